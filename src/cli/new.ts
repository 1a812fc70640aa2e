/** `npm run new -- "Headline"`: begins an article file. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArticle } from "../article/parse.ts";
import { slugOf } from "../article/slug.ts";
import { renderIso, selectDay, selectNow } from "../article/instant.ts";
import { UsageError } from "../article/usage-error.ts";
import { ProblemError } from "../article/problem.ts";
import { type ReadContext, selectReadContext } from "../archive/read-article.ts";
import { readNewsroom } from "../newsroom/newsroom-files.ts";
import { HOUSE_STRINGS, selectFolders } from "../newsroom/folders.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  section: { type: "string", value: "NAME", help: "the section it belongs to" },
  byline: { type: "string", value: "NAME", help: "who wrote it" },
  dateline: { type: "string", value: "TEXT", help: "where it was written" },
  lang: { type: "string", value: "TAG", help: "its language", unset: "the newsroom's" },
  content: cli.CONTENT,
  data: cli.DATA,
  now: { ...cli.NOW, help: "its date, in place of the clock" },
  newsroom: { type: "string", value: "FOLDER", help: "make a newsroom instead, as `dateline init FOLDER` does" },
  help: cli.HELP,
} as const;

const HELP = `npm run new -- "Headline" [options]     begins an article file and prints its path

${cli.renderOptions(OPTIONS)}

The file is a draft: take out \`draft: true\` when it is ready. Exit status: 0 written, 1 there is one already, 2 wrong usage.`;

/** A text as YAML writes it on one line. */
const quote = (text: string): string =>
  /^[\p{L}\p{N}][^:#"'\n]*$/u.test(text) && text.trim() === text ? text : JSON.stringify(text);

/** Makes a newsroom where that was asked for. */
const newsroom = process.argv.findIndex((word) => /^--newsroom(?:=|$)/.test(word));
if (newsroom > 0) {
  process.argv.splice(newsroom, 1, ...(process.argv[newsroom] ?? "").split("=").slice(1));
  import("./init.ts").catch(fail);
} else beginArticle();

/** What no build would read is not begun: a section or language that the newsroom does not have. */
function refuseUnread(text: string, file: string, { article }: ReadContext): void {
  const parsed = parseArticle(Buffer.from(text), file, article);
  const [problem] = "problems" in parsed ? parsed.problems : [];
  if (problem === undefined) return;
  const { key = "title", found = "", fault, instead } = problem;
  throw new UsageError(
    `${key === "title" ? "the headline" : `--${key}`} ${JSON.stringify(found)} ${fault}. ${instead}`,
  );
}

function beginArticle(): void {
  try {
    const { values, positionals } = cli.readOptions(OPTIONS, { names: "HEADLINE" });
    // A headline without quotation marks comes word by word.
    const title = positionals.join(" ").trim();
    if (values.help === true) console.log(HELP);
    else if (title === "") throw new UsageError('a headline is missing: npm run new -- "Headline"');
    else {
      const folders = selectFolders(values);
      const read = readNewsroom(folders.data, HOUSE_STRINGS);
      if ("problems" in read) throw new ProblemError(read.problems);
      const { site } = read.newsroom;
      const now = selectNow(values.now, process.env);
      const { year, month } = selectDay(now, site.timeZone);
      const file = `articles/${year}/${String(month).padStart(2, "0")}/${slugOf(title, { lang: values.lang ?? site.language, letters: site.addresses })}.md`;
      const path = join(folders.content, file);
      if (existsSync(path))
        throw new ProblemError([
          { file, found: title, fault: "is there already", instead: "Choose another headline, or edit that file." },
        ]);
      const lines = [
        `title: ${quote(title)}`,
        `date: ${renderIso(now, site.timeZone)}`,
        ...(["dateline", "byline", "section", "lang"] as const).flatMap((key) =>
          values[key] === undefined ? [] : [`${key}: ${quote(values[key])}`],
        ),
        "draft: true",
      ];
      const text = `---\n${lines.join("\n")}\n---\n\n`;
      refuseUnread(text, file, selectReadContext(read.newsroom, folders.content, new Set()));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      console.log(path);
    }
  } catch (error) {
    fail(error);
  }
}
