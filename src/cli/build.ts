/** `npm run build`: parses arguments, prints, sets the exit status. */
import { selectNow } from "../article/instant.ts";
import { UsageError } from "../article/usage-error.ts";
import { BUILD_PARTS, build } from "../build/build.ts";
import { selectFolders } from "../newsroom/folders.ts";
import type { Part } from "../build/plan.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";
import { makeProgress } from "./progress.ts";

const OPTIONS = {
  content: cli.CONTENT,
  data: cli.DATA,
  output: { ...cli.OUTPUT, help: "where the site goes" },
  cache: cli.CACHE,
  packages: {
    type: "string",
    value: "DIR",
    help: "packaged editions to be offered",
    unset: "packages; none beside --content",
  },
  now: cli.NOW,
  full: { type: "boolean", help: "draw every page anew" },
  mend: { type: "boolean", help: "compare every file of the output anew, and put right what was changed there" },
  preview: { type: "boolean", help: "show drafts and embargoed articles, marked" },
  force: {
    type: "boolean",
    help: "publish into a folder that holds files of others, or take away most of what stands there",
  },
  jobs: { type: "string", value: "N", help: "processes for large builds", unset: "all cores" },
  slice: {
    type: "string",
    value: "3/16",
    help: "build one of so many parts of the site, the first with the files that all share (docs/scale.md)",
  },
  without: {
    type: "string",
    value: "PARTS",
    help: "leave out, separated by commas: search, links (the check of them), data (the months as ninjs),\ncards (social pictures), days (of the year), places",
  },
  wait: { type: "string", value: "SECONDS", help: "wait for another build to end", unset: "30" },
  quiet: { type: "boolean", help: "print problems only" },
  json: { type: "boolean", help: "print one JSON object: what was written, kept and removed" },
  help: cli.HELP,
} as const;

const HELP = `npm run build -- [options]     builds the newsroom into dist/

${cli.renderOptions(OPTIONS)}

Exit status: 0 done, 1 the input is wrong or the output cannot be written, 2 wrong usage.`;

function readPart(given: string): Part {
  const [index = 0, of = 0] = given.split("/").map(Number);
  if (!/^\d{1,4}\/\d{1,4}$/.test(given) || index < 1 || index > of)
    throw new UsageError(`--slice ${given}: write 1/4, 2/4, 3/4 or 4/4`);
  return { index, of };
}

async function run(): Promise<void> {
  const { values } = cli.readOptions(OPTIONS);
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
      without: values.without === undefined ? [] : cli.readNames("--without", values.without, BUILD_PARTS),
      waitMs: cli.readNumber("--wait", values.wait ?? "30", 0) * 1000,
      ...(values.slice === undefined ? {} : { part: readPart(values.slice) }),
      ...(values.jobs === undefined ? {} : { jobs: cli.readNumber("--jobs", values.jobs, 1) }),
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
