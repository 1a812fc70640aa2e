/** Articles as files for other houses: which files an argument names, what they refer to, and their text in each format. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Article } from "../article/article.ts";
import { selectReferences } from "../article/body.ts";
import { parseArticle } from "../article/parse.ts";
import { type Problem, ProblemError } from "../article/problem.ts";
import type { Newsroom } from "../newsroom/newsroom.ts";
import { linkedPath, normaliseHeadline, selectReadContext } from "../archive/read-article.ts";
import type { ExportContext } from "./export-context.ts";
import { renderNewsml } from "./newsml.ts";
import { renderNinjs } from "./ninjs.ts";
import { renderNitf } from "./nitf.ts";
import { renderWireText } from "./wire-text.ts";
import { audioAddress, measureAudio } from "../media/audio.ts";
import { MediaError } from "../media/media-error.ts";
import { attachmentAddress, measureFile } from "../media/media-file.ts";
import { measurePicture, pictureFiles } from "../media/pictures.ts";

export const EXPORT_FORMATS = ["ninjs", "newsml", "nitf", "text"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FORMATS: Readonly<
  Record<
    ExportFormat,
    { readonly ending: string; readonly render: (article: Article, context: ExportContext) => string }
  >
> = {
  ninjs: {
    ending: ".ninjs.json",
    render: (article, context) => `${JSON.stringify(renderNinjs(article, context), undefined, 2)}\n`,
  },
  newsml: { ending: ".newsml.xml", render: renderNewsml },
  nitf: { ending: ".nitf.xml", render: renderNitf },
  text: { ending: ".txt", render: renderWireText },
};

export interface ExportOptions {
  /** A folder like `src/content`. */
  readonly content: string;
  readonly newsroom: Newsroom;
  readonly formats: readonly ExportFormat[];
  /** Files, paths (`2021/01/harbour`), folders of articles, or `all`. */
  readonly named: readonly string[];
  /** Milliseconds since 1970: what is not out at this moment is not told of in other articles. */
  readonly now: number;
}

export interface ExportedFile {
  /** `2021/01/harbour.ninjs.json`. */
  readonly path: string;
  readonly text: string;
}

export interface Exported {
  readonly files: readonly ExportedFile[];
  /** Articles that went out. */
  readonly articles: number;
  /** What was passed over, or goes out with a condition, in sentences. */
  readonly notes: readonly string[];
}

type Reader = (file: string) => Article | readonly Problem[];

function listArticles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listArticles(path);
      return entry.isFile() && entry.name.endsWith(".md") ? [path] : [];
    });
}

function filesOf(argument: string, articles: string): string[] {
  if (argument === "all") return listArticles(articles);
  const found = [argument, join(articles, argument), join(articles, `${argument}.md`)].find((path) => existsSync(path));
  if (found === undefined || !resolve(found).startsWith(resolve(articles) + sep)) {
    const fault = `is no article below ${articles}`;
    throw new ProblemError([{ file: argument, fault, instead: "Name it as 2021/01/harbour, or by its file." }]);
  }
  return statSync(found).isDirectory() ? listArticles(found) : [found];
}

/** Reads articles and remembers them: those that are referred to are read, too. */
function createReader({ content, newsroom }: ExportOptions): Reader {
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

function isOut({ draft, embargoAt, expiresAt }: Article, now: number): boolean {
  return !draft && (embargoAt === undefined || embargoAt <= now) && (expiresAt === undefined || expiresAt > now);
}

/** Where the build publishes a picture or sound: the largest file made of it. */
function publishedAddress(file: string, src: string): string | undefined {
  try {
    if (/\.(?:mp4|m4v|mov|webm|ogv)$/i.test(src)) return attachmentAddress(src, measureFile(file).hash);
    if (/\.(?:mp3|ogg|oga|opus|wav|m4a)$/i.test(src)) return audioAddress(measureAudio(file), src);
    return pictureFiles(measurePicture(file), src).at(-1)?.address;
  } catch (error) {
    if (error instanceof MediaError) return undefined;
    throw error;
  }
}

function makeContext({ content, newsroom, now }: ExportOptions, read: Reader): ExportContext {
  const { site, topics, sections } = newsroom;
  const kinds = new Map(topics.map(({ name, kind }) => [name, kind]));
  const names = new Map(sections?.map(({ slug, name }) => [slug, name]));
  const find: ExportContext["find"] = (href) => {
    const path = linkedPath(href);
    const file = path === undefined ? undefined : join(content, "articles", `${path}.md`);
    const article = file !== undefined && existsSync(file) ? read(file) : undefined;
    return article !== undefined && "title" in article && isOut(article, now) ? article : undefined;
  };
  return {
    site,
    kindOf: (tag) => kinds.get(tag) ?? "topic",
    sectionName: (slug) => names.get(slug) ?? slug,
    find,
    // Markdown names its links by path, and the name of an article that is not out tells of it.
    bodies: ({ body, lang }) => {
      const paths = selectReferences(body, lang).links.filter((href) => linkedPath(href) !== undefined);
      return paths.every((path) => find(path) !== undefined) ? ["main", "text", "source"] : ["main", "text"];
    },
    mediaUrl: (src) => {
      const address = site.url === undefined ? undefined : publishedAddress(join(content, "media", src), src);
      return address === undefined ? undefined : `${site.url}${address}`;
    },
  };
}

/** Headlines of articles that are not out: an editor may have named one by its headline. Read once, when first asked. */
function createHeldHeadlines({ content, now }: ExportOptions, read: Reader): () => ReadonlySet<string> {
  let held: Set<string> | undefined;
  return () => {
    if (held !== undefined) return held;
    held = new Set();
    for (const file of listArticles(join(content, "articles"))) {
      if (!/^(?:draft|embargo|expires):/m.test(readFileSync(file, "latin1"))) continue;
      const article = read(file);
      if ("title" in article && !isOut(article, now)) held.add(normaliseHeadline(article.title));
    }
    return held;
  };
}

/** What refers to an article that is not out goes without that reference. */
function withoutHeld(article: Article, context: ExportContext, held: () => ReadonlySet<string>): Article {
  const { translates, ...rest } = article;
  const known = translates !== undefined && context.find(translates) !== undefined;
  return {
    ...rest,
    related: article.related.filter((entry) => {
      if (entry.kind === "path") return context.find(entry.path) !== undefined;
      return entry.kind === "link" || !held().has(normaliseHeadline(entry.title));
    }),
    ...(known ? { translates } : {}),
  };
}

/** The named articles in the wanted formats. Throws a `ProblemError` where one is missing or wrong. */
export function exportArticles(options: ExportOptions): Exported {
  const { content, formats, named, now } = options;
  const read = createReader(options);
  const context = makeContext(options, read);
  const held = createHeldHeadlines(options, read);
  const paths = [...new Set(named.flatMap((argument) => filesOf(argument, join(content, "articles"))))];
  const results = paths.map(read);
  const problems = results.flatMap((result) => ("title" in result ? [] : result));
  if (problems.length > 0) throw new ProblemError(problems);
  const notes: string[] = [];
  const articles = results
    .filter((result) => "title" in result)
    .filter(({ path, draft, embargoAt, expiresAt }) => {
      const expired = expiresAt !== undefined && expiresAt <= now;
      if (draft || expired) notes.push(`${path} ${draft ? "is a draft" : "has expired"} and was passed over.`);
      else if (embargoAt !== undefined && embargoAt > now)
        notes.push(`${path} is under embargo; the embargo goes out with it.`);
      return !draft && !expired;
    });
  const files = articles.flatMap((article) =>
    formats.map((format) => {
      const { ending, render } = FORMATS[format];
      return { path: `${article.path}${ending}`, text: render(withoutHeld(article, context, held), context) };
    }),
  );
  return { files, articles: articles.length, notes };
}
