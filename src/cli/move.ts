/** `npm run move -- OLD NEW`: calls an article otherwise, and has its former address lead on. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { selectNow } from "../article/instant.ts";
import { UsageError } from "../article/usage-error.ts";
import { type MovePlan, planKeeping, planMove, readPath, writeMove } from "../build/move-article.ts";
import { loadNewsroom } from "../build/newsroom-load.ts";
import { selectFolders, stateFolder } from "../newsroom/folders.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  keep: { type: "boolean", help: "write the former addresses that the cache alone knows into the files" },
  "dry-run": cli.DRY_RUN,
  content: cli.CONTENT,
  data: cli.DATA,
  cache: cli.CACHE,
  now: cli.NOW,
  help: cli.HELP,
} as const;

const HELP = `npm run move -- OLD NEW [options]     calls an article otherwise
npm run move -- --keep [options]      writes former addresses that the cache alone knows into the files

OLD and NEW are paths such as 2031/05/harbour-closes; OLD may be the address of the page. Moves the file and its comments, changes the
links of other articles and pages, and adds the former address to \`aliases\`, so that it leads on.

${cli.renderOptions(OPTIONS)}

Exit status: 0 done, 1 it cannot be done (nothing was written), 2 wrong usage.`;

async function run(): Promise<void> {
  const { values, positionals } = cli.readOptions(OPTIONS, { names: "PATH" });
  if (values.help === true) {
    console.log(HELP);
    return;
  }
  const [from, to, ...others] = positionals;
  const keeps = values.keep === true;
  if (keeps ? from !== undefined : from === undefined || to === undefined || others.length > 0)
    throw new UsageError("write the path of an article and its new one: npm run move -- 2031/05/old 2031/05/new");
  const folders = selectFolders(values);
  // A copy of what builds know, so that the next one sees the move as what it is.
  const cache = mkdtempSync(join(tmpdir(), "dateline-move-"));
  try {
    if (keeps) cpSync(stateFolder(folders), stateFolder({ ...folders, cache }), { recursive: true });
    const now = selectNow(values.now, process.env);
    const loaded = await loadNewsroom({ folders: { ...folders, cache }, now, preview: true, full: !keeps });
    const plan: MovePlan =
      from === undefined || to === undefined
        ? planKeeping(loaded)
        : planMove(loaded, readPath(loaded, from), readPath(loaded, to));
    loaded.archive.close();
    for (const file of plan.removed) console.log(`- ${file}`);
    for (const file of plan.written.keys()) console.log(`+ ${file}`);
    const { move } = plan;
    if (move !== undefined && move.fromAddress !== move.toAddress)
      console.log(`${move.fromAddress} leads on to ${move.toAddress}`);
    if (values["dry-run"] !== true) writeMove(folders.content, plan);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

run().catch((error: unknown) => fail(error));
