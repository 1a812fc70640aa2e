/** `npm run export`: articles as other houses want them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import type { Article } from "../article/article.ts";
import { parseArticle } from "../article/parse.ts";
import { type Problem, ProblemError, renderProblem } from "../article/problem.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { readNewsroom } from "../edition/newsroom-files.ts";
import { selectReadContext } from "../edition/read-article.ts";
import type { ExportContext } from "../feeds/export-context.ts";
import { renderNewsml } from "../feeds/newsml.ts";
import { renderNinjs } from "../feeds/ninjs.ts";
import { renderNitf } from "../feeds/nitf.ts";
import { renderWireText } from "../feeds/wire-text.ts";

const FORMATS = {
  ninjs: {
    ending: ".ninjs.json",
    render: (article: Article, context: ExportContext) =>
      `${JSON.stringify(renderNinjs(article, context), undefined, 2)}\n`,
  },
  newsml: { ending: ".newsml.xml", render: renderNewsml },
  nitf: { ending: ".nitf.xml", render: renderNitf },
  text: { ending: ".txt", render: renderWireText },
} as const;
type ExportFormat = keyof typeof FORMATS;
const NAMES = ["ninjs", "newsml", "nitf", "text"] as const satisfies readonly ExportFormat[];

const HELP = `npm run export -- --as ninjs,newsml,nitf,text <article>...

Writes articles as files for other houses: ninjs 3.1, NewsML-G2 2.34, NITF 3.6, plain wire text.
An article is named by its file, its path (2021/01/harbour), or a folder of articles (2021, 2021/01, all).
Drafts are never exported; an embargo goes out with its article, and a retracted article goes out as canceled.

  --as NAMES      one or more of ${NAMES.join(", ")}, with commas between them
  --to DIR        the folder to write to, as <path>.ninjs.json and so on; without it, one article is printed
  --content DIR   the content folder (src/content)
  --data DIR      the newsroom's data (_data)

Exit status: 0 done, 1 an article is wrong or missing, 2 wrong usage.
`;

/** Wrong usage: said on the error stream, status 2. */
class UsageError extends Error {}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: "string" },
        to: { type: "string" },
        content: { type: "string", default: join("src", "content") },
        data: { type: "string", default: "_data" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseFormats(text: string | undefined): ExportFormat[] {
  const wanted = [...new Set((text ?? "").split(",").map((name) => name.trim()))];
  return wanted.map((name) => {
    const known = NAMES.find((one) => one === name);
    if (known === undefined)
      throw new UsageError(`--as ${name || "nothing"} is not known; write one or more of ${NAMES.join(", ")}`);
    return known;
  });
}

function listArticles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listArticles(path);
      return entry.isFile() && entry.name.endsWith(".md") ? [path] : [];
    });
}

/** Files of one argument: a file as the shell names it, or a path below `articles/`, with or without `.md`. */
function filesOf(argument: string, articles: string): string[] {
  if (argument === "all") return listArticles(articles);
  const candidates = [argument, join(articles, argument), join(articles, `${argument}.md`)];
  const found = candidates.find((path) => existsSync(path));
  const inside = found !== undefined && resolve(found).startsWith(resolve(articles) + sep);
  if (found === undefined || !inside) {
    throw new ProblemError([
      {
        file: argument,
        fault: `is no article below ${articles}`,
        instead: "Name it as 2021/01/harbour, or by its file.",
      },
    ]);
  }
  return statSync(found).isDirectory() ? listArticles(found) : [found];
}

interface Source {
  readonly content: string;
  readonly newsroom: Newsroom;
}

/** Reads articles and remembers them: related ones are looked up by path. */
function createReader({ content, newsroom }: Source): (file: string) => Article | readonly Problem[] {
  const { article: context } = selectReadContext(newsroom, content, new Set());
  const read = new Map<string, Article | readonly Problem[]>();
  return (file) => {
    const name = relative(content, file).split(sep).join("/");
    let result = read.get(name);
    if (result === undefined) {
      const parsed = parseArticle(readFileSync(file), name, context);
      result = "article" in parsed ? parsed.article : parsed.problems;
      read.set(name, result);
    }
    return result;
  };
}

function makeContext({ content, newsroom }: Source, read: ReturnType<typeof createReader>): ExportContext {
  const { site, topics, sections } = newsroom;
  const kinds = new Map(topics.map(({ name, kind }) => [name, kind]));
  const names = new Map(sections?.map(({ slug, name }) => [slug, name]));
  return {
    site,
    kindOf: (tag) => kinds.get(tag) ?? "topic",
    sectionName: (slug) => names.get(slug) ?? slug,
    find: (path) => {
      const file = join(content, "articles", `${path}.md`);
      const article = /^\d{4}\/\d{2}\/[a-z0-9-]+$/.test(path) && existsSync(file) ? read(file) : undefined;
      // A draft is not to be told of.
      return article !== undefined && "title" in article && !article.draft ? article : undefined;
    },
    mediaUrl: (src) =>
      site.url === undefined ? undefined : `${site.url}media/${src.split("/").map(encodeURIComponent).join("/")}`,
  };
}

function run(args: readonly string[]): number {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const formats = parseFormats(values.as);
  if (positionals.length === 0) throw new UsageError("name an article: 2021/01/harbour, a file, a folder, or all");
  const newsroom = readNewsroom(values.data, join(import.meta.dirname, "..", "..", "_data", "strings"));
  if ("problems" in newsroom) throw new ProblemError(newsroom.problems);
  const source = { content: values.content, newsroom: newsroom.newsroom };
  const read = createReader(source);
  const context = makeContext(source, read);
  const files = [...new Set(positionals.flatMap((argument) => filesOf(argument, join(values.content, "articles"))))];
  const results = files.map(read);
  const problems = results.flatMap((result) => ("title" in result ? [] : result));
  if (problems.length > 0) throw new ProblemError(problems);
  const articles = results.filter((result) => "title" in result);
  const finished = articles.filter(({ draft }) => !draft);
  for (const { path } of articles.filter(({ draft }) => draft))
    process.stderr.write(`${path} is a draft and was passed over.\n`);
  if (values.to === undefined && (finished.length > 1 || formats.length > 1)) {
    throw new UsageError(
      `${finished.length} articles in ${formats.length} formats are several files; name a folder with --to`,
    );
  }
  let written = 0;
  for (const article of finished) {
    for (const format of formats) {
      const { ending, render } = FORMATS[format];
      const text = render(article, context);
      if (values.to === undefined) process.stdout.write(text);
      else {
        const file = join(values.to, `${article.path}${ending}`);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
        written++;
      }
    }
  }
  if (values.to !== undefined)
    process.stdout.write(`${written} files of ${finished.length} articles in ${values.to}\n`);
  return 0;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof ProblemError) {
    for (const problem of error.problems) process.stderr.write(`${renderProblem(problem)}\n`);
    process.exitCode = 1;
  } else throw error;
}
