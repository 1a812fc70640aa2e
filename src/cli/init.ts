/** `dateline init my-paper`, `npm run new -- --newsroom ../my-paper`: makes a newsroom. */
import { parseArgs } from "node:util";
import { selectNow } from "../article/instant.ts";
import { UsageError } from "../article/usage-error.ts";
import { askForNewsroom } from "../init/ask.ts";
import { foundNewsroom } from "../init/found-newsroom.ts";
import { folderFor, planNewsroom, type Wishes } from "../init/newsroom-plan.ts";
import { NpmError } from "../init/pack-house.ts";
import { fail } from "./fail.ts";

const HELP = `dateline init FOLDER [options]     makes a newsroom: a folder with all that a paper needs

  --title TEXT      the name of the paper           (the folder's)
  --language TAG    its language                    (en)
  --time-zone ZONE  its clock                       (this machine's)
  --url ADDRESS     where the front page will stand (not known yet)
  --dateline SPEC   what its package.json is to depend on, as npm takes it
                    (this version, packed into the newsroom's vendor/)
  --help

Without any of these it asks, on a terminal. Exit status: 0 made, 1 it could not be, 2 wrong usage.`;

const FLAGS = {
  title: { type: "string" },
  language: { type: "string" },
  "time-zone": { type: "string" },
  url: { type: "string" },
  dateline: { type: "string" },
  now: { type: "string" },
} as const;

type Flags = { readonly [Name in keyof typeof FLAGS]?: string | undefined };

/** Makes the newsroom that was asked for and says what comes next. */
function makeNewsroom(folder: string, flags: Flags): void {
  const wishes: Wishes = { ...flags, timeZone: flags["time-zone"] };
  const plan = planNewsroom(folder, wishes);
  const now = selectNow(flags.now, process.env);
  const files = foundNewsroom({ folder, plan, dateline: flags.dateline, now });
  console.log(`${plan.title}: ${files.length} files in ${folder}\n\n  cd ${folder}\n  npm install\n  npm start`);
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { ...FLAGS, help: { type: "boolean" } },
  });
  const { help, ...flags } = values;
  const [folder, ...more] = positionals;
  if (help === true) console.log(HELP);
  else if (more.length > 0) throw new UsageError(`one folder at a time: ${positionals.join(", ")}`);
  else if (folder !== undefined) makeNewsroom(folder, flags);
  else if (Object.keys(flags).length > 0 || !process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageError("a folder is missing: dateline init my-paper");
  else {
    const answers = await askForNewsroom();
    if (answers === undefined) process.exitCode = 1;
    else
      makeNewsroom(folderFor(answers.title ?? "", answers.language ?? "en"), {
        ...answers,
        "time-zone": answers.timeZone,
      });
  }
}

run().catch((error: unknown) => {
  // An npm that failed is no fault of the house.
  if (error instanceof NpmError) {
    console.error(error.message);
    process.exitCode = 1;
  } else fail(error);
});
