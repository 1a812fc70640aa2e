/** `npm run build`: parses arguments, prints, sets the exit status. */
import { parseArgs } from "node:util";
import { selectNow } from "../article/instant.ts";
import { UsageError } from "../article/usage-error.ts";
import { BUILD_PARTS, type BuildPart, build } from "../build/build.ts";
import { selectFolders } from "../newsroom/folders.ts";
import type { Part } from "../build/plan.ts";
import { fail } from "./fail.ts";
import { makeProgress } from "./progress.ts";

const HELP = `npm run build -- [options]     builds the newsroom into dist/

  --content DIR   what editors write                 (src/content)
  --data DIR      what they keep about the newsroom  (_data)
  --output DIR    where the site goes                (dist)
  --cache DIR     where the state of builds is kept  (.cache)
  --packages DIR  packaged editions to be offered    (packages; none beside --content)
  --now ISO       the moment of the edition; unset, SOURCE_DATE_EPOCH or the clock
  --full          draw every page anew
  --mend          compare every file of the output anew, and put right what was changed there
  --preview       show drafts and embargoed articles, marked
  --force         publish into a folder that holds files of others, or take away most of what stands there
  --jobs N        processes for large builds         (all cores)
  --slice 3/16    build one of so many parts of the site, the first with the files that all share (docs/scale.md)
  --without PARTS leave out, separated by commas: search, links (the check of them), data (the months as ninjs),
                  cards (social pictures), days (of the year), places
  --wait SECONDS  wait for another build to end      (30)
  --quiet         print problems only
  --json          print one JSON object: what was written, kept and removed
  --help

Exit status: 0 done, 1 the input is wrong or the output cannot be written, 2 wrong usage.`;

function readParts(given: string | undefined): BuildPart[] {
  return (given?.split(",") ?? []).map((name) => {
    const part = BUILD_PARTS.find((known) => known === name);
    if (part === undefined) throw new UsageError(`--without ${name}: write ${BUILD_PARTS.join(", ")}`);
    return part;
  });
}

function readPart(given: string): Part {
  const [index = 0, of = 0] = given.split("/").map(Number);
  if (!/^\d{1,4}\/\d{1,4}$/.test(given) || index < 1 || index > of)
    throw new UsageError(`--slice ${given}: write 1/4, 2/4, 3/4 or 4/4`);
  return { index, of };
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      content: { type: "string" },
      data: { type: "string" },
      output: { type: "string" },
      cache: { type: "string" },
      packages: { type: "string" },
      now: { type: "string" },
      full: { type: "boolean" },
      mend: { type: "boolean" },
      preview: { type: "boolean" },
      force: { type: "boolean" },
      jobs: { type: "string" },
      slice: { type: "string" },
      without: { type: "string" },
      wait: { type: "string" },
      quiet: { type: "boolean" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) console.log(HELP);
  else {
    const started = performance.now();
    const progress = makeProgress(values.quiet === true || values.json === true);
    const report = await build({
      folders: selectFolders(values),
      now: selectNow(values.now, process.env),
      preview: values.preview === true,
      full: values.full === true,
      mend: values.mend === true,
      force: values.force === true,
      without: readParts(values.without),
      waitMs: Number(values.wait ?? 30) * 1000,
      ...(values.slice === undefined ? {} : { part: readPart(values.slice) }),
      ...(values.jobs === undefined ? {} : { jobs: Number(values.jobs) }),
      progress,
    });
    progress.end();
    if (values.json === true) console.log(JSON.stringify(report));
    else if (values.quiet !== true) {
      const { articles, pages, drawn, written, kept, removed } = report;
      const seconds = ((performance.now() - started) / 1000).toFixed(2);
      console.log(
        `${articles} articles, ${pages} pages: ${drawn} drawn, ${written.length} files written, ${kept} kept, ${removed.length} removed, in ${seconds} s`,
      );
    }
  }
}

run().catch((error: unknown) => fail(error, process.argv.includes("--json")));
