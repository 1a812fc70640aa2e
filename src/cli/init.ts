/** `dateline init my-paper`, `npm run new -- --newsroom ../my-paper`: makes a newsroom. */
import { selectNow } from "../article/instant.ts";
import { UsageError } from "../article/usage-error.ts";
import { askForNewsroom } from "../init/ask.ts";
import { foundNewsroom } from "../init/found-newsroom.ts";
import { folderFor, planNewsroom, type Wishes } from "../init/newsroom-plan.ts";
import { NpmError } from "../init/pack-house.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const FLAGS = {
  title: { type: "string", value: "TEXT", help: "the name of the paper", unset: "the folder's" },
  language: { type: "string", value: "TAG", help: "its language", unset: "en" },
  "time-zone": { type: "string", value: "ZONE", help: "its clock", unset: "this machine's" },
  url: { type: "string", value: "ADDRESS", help: "where the front page will stand", unset: "not known yet" },
  dateline: {
    type: "string",
    value: "SPEC",
    help: "what its package.json is to depend on, as npm takes it\n(this version, packed into the newsroom's vendor/)",
  },
  now: { ...cli.NOW, help: "the moment at which it is made; unset, SOURCE_DATE_EPOCH or the clock" },
} as const;
const OPTIONS = { ...FLAGS, help: cli.HELP } as const;

const HELP = `dateline init FOLDER [options]     makes a newsroom: a folder with all that a paper needs

${cli.renderOptions(OPTIONS)}

Without any of these it asks, on a terminal. Exit status: 0 made, 1 it could not be, 2 wrong usage.`;

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
  const { values, positionals } = cli.readOptions(OPTIONS, { names: "FOLDER" });
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
