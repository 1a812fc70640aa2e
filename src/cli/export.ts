/** `npm run export`: articles as other houses want them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { selectNow } from "../article/instant.ts";
import { fromHere, HOUSE_STRINGS } from "../newsroom/folders.ts";
import { ProblemError } from "../article/problem.ts";
import { UsageError } from "../article/usage-error.ts";
import { readNewsroom } from "../newsroom/newsroom-files.ts";
import { EXPORT_FORMATS, exportArticles } from "../feeds/export-articles.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  as: { type: "string", value: "NAMES", help: `one or more of ${EXPORT_FORMATS.join(", ")}, with commas between them` },
  to: {
    type: "string",
    value: "DIR",
    help: "the folder to write to, as <path>.ninjs.json and so on; without it, one article is printed",
  },
  content: cli.CONTENT,
  data: cli.DATA,
  now: { ...cli.NOW, help: "the moment of the export, in place of the clock" },
  help: cli.HELP,
} as const;

const HELP = `npm run export -- --as ninjs,newsml,nitf,text <article>...

Writes articles as files for other houses: ninjs 3.1, NewsML-G2 2.34, NITF 3.6, plain wire text.
An article is named by its file, its path (2021/01/harbour), or a folder of articles (2021, 2021/01, all).
Drafts and expired articles are never exported; an embargo goes out with its article, and a retracted article goes out
as canceled, without its text.

${cli.renderOptions(OPTIONS)}

Exit status: 0 done, 1 an article is wrong or missing, 2 wrong usage.
`;

function run(args: readonly string[]): void {
  const { values, positionals } = cli.readOptions(OPTIONS, { args, names: "ARTICLE" });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  if (values.as === undefined)
    throw new UsageError(`--as is missing: write --as and one or more of ${EXPORT_FORMATS.join(", ")}`);
  const formats = cli.readNames("--as", values.as, EXPORT_FORMATS);
  if (positionals.length === 0) throw new UsageError("name an article: 2021/01/harbour, a file, a folder, or all");
  const read = readNewsroom(values.data ?? fromHere("_data"), HOUSE_STRINGS);
  if ("problems" in read) throw new ProblemError(read.problems);
  const { files, articles, notes } = exportArticles({
    content: values.content ?? fromHere("src/content"),
    newsroom: read.newsroom,
    formats,
    named: positionals,
    now: selectNow(values.now, process.env),
  });
  const { to } = values;
  if (to === undefined && files.length > 1) {
    throw new UsageError(
      `${articles} articles in ${formats.length} formats are several files; name a folder with --to`,
    );
  }
  for (const note of notes) process.stderr.write(`${note}\n`);
  for (const { path, text } of files) {
    if (to === undefined) {
      process.stdout.write(text);
      continue;
    }
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
  }
  if (to !== undefined) process.stdout.write(`${files.length} files of ${articles} articles in ${to}\n`);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  fail(error);
}
