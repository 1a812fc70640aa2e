/** `npm run new -- "Headline"`: begins an article file. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { slugOf } from "../article/slug.ts";
import { renderIso, selectDay, selectNow } from "../article/instant.ts";
import { UsageError } from "../article/usage-error.ts";
import { ProblemError } from "../article/problem.ts";
import { readNewsroom } from "../newsroom/newsroom-files.ts";
import { HOUSE_STRINGS, selectFolders } from "../newsroom/folders.ts";
import { fail } from "./fail.ts";

const HELP = `npm run new -- "Headline" [options]     begins an article file and prints its path

  --section NAME   --byline NAME   --dateline TEXT   --lang TAG
  --content DIR    (src/content)   --data DIR        (_data)   --now ISO
  --help

With --newsroom FOLDER it makes a newsroom instead, as \`dateline init FOLDER\` does.
The file is a draft: take out \`draft: true\` when it is ready. Exit status: 0 written, 1 there is one already, 2 wrong usage.`;

/** A text as YAML writes it on one line. */
const quote = (text: string): string =>
  /^[\p{L}\p{N}][^:#"'\n]*$/u.test(text) && text.trim() === text ? text : JSON.stringify(text);

/** Makes a newsroom where that was asked for. */
const newsroom = process.argv.indexOf("--newsroom");
if (newsroom > 0) {
  process.argv.splice(newsroom, 1);
  import("./init.ts").catch(fail);
} else beginArticle();

function beginArticle(): void {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        section: { type: "string" },
        byline: { type: "string" },
        dateline: { type: "string" },
        lang: { type: "string" },
        content: { type: "string" },
        data: { type: "string" },
        now: { type: "string" },
        help: { type: "boolean" },
      },
    });
    const [title] = positionals;
    if (values.help === true) console.log(HELP);
    else if (title === undefined) throw new UsageError('a headline is missing: npm run new -- "Headline"');
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
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `---\n${lines.join("\n")}\n---\n\n`);
      console.log(path);
    }
  } catch (error) {
    fail(error);
  }
}
