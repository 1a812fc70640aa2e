/** `npm run check`: validates the content and writes nothing. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { selectNow } from "../article/instant.ts";
import { problemOfMedia } from "../archive/media-index.ts";
import { ProblemError } from "../article/problem.ts";
import { picturesFolder } from "../build/shared-files.ts";
import { findDamaged } from "../media/draw-pictures.ts";
import { describePassedOver } from "../check/passed-over.ts";
import { renderLooseEnd } from "../edition/loose-end.ts";
import { findLooseEnds } from "../edition/loose-ends.ts";
import { selectFolders } from "../newsroom/folders.ts";
import { drawOwnPages } from "../build/own-pages.ts";
import { loadTemplates } from "../build/templates.ts";
import { makeEdition, loadNewsroom } from "../build/newsroom-load.ts";
import type { Gone } from "../archive/notes.ts";
import { findGone, renderGone } from "../build/gone-addresses.ts";
import { findClashes, planPages } from "../build/plan.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  content: cli.CONTENT,
  data: cli.DATA,
  now: cli.NOW,
  gone: {
    type: "boolean",
    help: "list published addresses that are gone with nothing that leads on, and end with 1 if there are any",
  },
  cache: { ...cli.CACHE, help: "with --gone, where builds note what they took away" },
  output: { ...cli.OUTPUT, help: "with --gone, what stands" },
  json: { ...cli.JSON_REPORT, help: "one JSON object: problems, and what stays unmatched" },
  help: cli.HELP,
} as const;

const HELP = `npm run check -- [options]     checks all content and data, writes nothing

${cli.renderOptions(OPTIONS)}

Prints every problem with file, line, key, what was found and what to write instead; and, which is no error, each
related headline that the archive does not have and each link to an article that is not there.
Exit status: 0 nothing wrong, 1 problems, 2 wrong usage.`;

const cache = mkdtempSync(join(tmpdir(), "dateline-check-"));
async function run(): Promise<void> {
  const { values } = cli.readOptions(OPTIONS);
  if (values.help === true) console.log(HELP);
  else {
    const loaded = await loadNewsroom({
      folders: selectFolders({ ...values, cache }),
      now: selectNow(values.now, process.env),
      preview: values.gone !== true,
      full: true,
      note: (text) => {
        if (values.json !== true) console.log(text);
      },
    });
    const edition = makeEdition(loaded, {});
    const plan = planPages(edition, await loadTemplates(), {});
    const clashes = findClashes(edition, plan);
    if (clashes.length > 0) throw new ProblemError(clashes);
    if (values.gone === true) {
      tellGone(findGone(edition, plan, selectFolders(values)), values.json === true);
      return;
    }
    const damaged = await findDamaged(
      Array.from(edition.media.pictures, ([src, facts]) => ({ src, facts })),
      { mediaDir: edition.mediaPath(""), cacheDir: picturesFolder(selectFolders(values).cache) },
    );
    if (damaged.length > 0) throw new ProblemError(damaged.map((error) => problemOfMedia(error, edition.content)));
    await drawOwnPages(edition, loaded.options.folders, await loadTemplates());
    const looseEnds = [...findLooseEnds(edition), ...describePassedOver(loaded.contents.passedOver)];
    if (values.json === true) console.log(JSON.stringify({ problems: [], looseEnds }));
    else {
      for (const end of looseEnds) console.log(renderLooseEnd(end));
      console.log(`${edition.order.length} articles checked: no problem, ${looseEnds.length} loose ends.`);
    }
  }
}

/** Prints what is gone; exit status 1 where anything is. */
function tellGone(gone: Readonly<Record<string, Gone>>, json: boolean): void {
  const all = Object.entries(gone);
  if (json) console.log(JSON.stringify({ gone: all.map(([address, { line }]) => ({ address, line })) }));
  else {
    for (const [address, known] of all) console.log(renderGone(address, known));
    console.log(all.length === 0 ? "No published address is gone." : `${all.length} gone.`);
  }
  if (all.length > 0) process.exitCode = 1;
}

run()
  .catch((error: unknown) => fail(error, process.argv.includes("--json")))
  .finally(() => rmSync(cache, { recursive: true, force: true }));
