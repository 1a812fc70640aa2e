/** One article file → what the archive keeps of it. Knows nothing of other articles, so files can be read on all cores. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { slugOf } from "../article/slug.ts";
import type { Article, ArticleHead } from "../article/article.ts";
import { type BodyImage, selectReferences } from "../article/body.ts";
import { selectChangedAt } from "../article/change.ts";
import { withoutNotes } from "../article/editor-notes.ts";
import { findClosing, lineAt, splitFrontMatter } from "../article/front-matter.ts";
import { type ArticleContext, parseArticle } from "../article/parse.ts";
import type { Problem } from "../article/problem.ts";
import { isRecording } from "../article/recording.ts";
import { locateKey } from "../article/yaml.ts";
import { selectTopics } from "./alike-topics.ts";
import { FLAGS } from "./archive.ts";
import { findLinkedFile, linkKeys, readLink } from "./link-target.ts";
import type { ContentFile } from "./file-list.ts";
import type { FiledUnder } from "./columns.ts";
import { foldKey, keyOf, keyOfBytes } from "./key.ts";
import { faultOfMedia, type MeantKind, selectShownFiles } from "./named-media.ts";
import { type MediaNames, mediaNamesOf } from "./media-names.ts";
import type { Newsroom } from "../newsroom/newsroom.ts";

/** What of an article's file counts in the columns; names are still names, since only the archive gives them numbers. */
export interface ReadArticle {
  readonly file: ContentFile;
  readonly sourceKey: number;
  readonly headKey: number;
  readonly titleKey: number;
  readonly translatesKey: number;
  readonly shortCode: number;
  readonly addressKey: number;
  readonly publishedAt: number;
  /** When it was last published, updated, corrected or retracted. */
  readonly changedAt: number;
  /** yyyymmdd in the site's zone. */
  readonly day: number;
  readonly embargoAt: number;
  readonly expiresAt: number;
  readonly flags: number;
  readonly lang: string;
  readonly filedUnder: FiledUnder;
  readonly agency: string | undefined;
  readonly topics: readonly string[];
  /** Keys of the names behind `topics`, in the same order. */
  readonly topicNames: readonly number[];
  readonly authors: readonly string[];
  /** A path's key, or a headline's key below zero. */
  readonly related: readonly number[];
  /** Related entries of any form. */
  readonly named: number;
  readonly links: readonly number[];
  /** Files below `media/` that it shows, plays or offers. */
  readonly media: readonly string[];
  /** Addresses that lead on to it. */
  readonly aliases: readonly string[];
  /** The head as JSON. */
  readonly head: string;
}

/** What reading an article needs of the newsroom and the media folder. Plain data: it travels to other threads. */
export interface ReadContext {
  readonly content: string;
  readonly article: ArticleContext;
  /** Slug by name. */
  readonly topicSlugs: ReadonlyMap<string, string>;
  readonly authorSlugs: ReadonlyMap<string, string>;
  /** Paths below `media/`. */
  readonly media: ReadonlySet<string>;
  /** The site's own address, where it has one. */
  readonly url?: string | undefined;
}

/** The part of a newsroom that decides how an article is read. When it changes, all are read again. */
export function selectReadContext(newsroom: Newsroom, content: string, media: ReadonlySet<string>): ReadContext {
  const { site, sections, topics, authors } = newsroom;
  const named = sections?.flatMap((section) =>
    [section.slug, section.name, ...Object.values(section.names), ...(section.aliases ?? [])].map(
      (name) => [name.toLowerCase(), section.slug] as const,
    ),
  );
  return {
    content,
    article: {
      timeZone: site.timeZone,
      letters: site.addresses,
      language: site.language,
      ...(site.agency === undefined ? {} : { agency: site.agency }),
      languages: site.languages,
      sections: named === undefined ? undefined : new Map(named),
      topics: new Map(
        topics.flatMap((topic) =>
          [topic.name, ...topic.aliases].map((name) => [name.toLowerCase(), topic.name] as const),
        ),
      ),
    },
    topicSlugs: new Map(topics.map(({ name, slug }) => [name, slug])),
    authorSlugs: new Map(
      authors.flatMap(({ name, slug, aliases = [] }) => [name, ...aliases].map((one) => [one, slug] as const)),
    ),
    media,
    url: site.url,
  };
}

/** A headline as it is compared with others: case, quotes, dashes, entities and spaces do not count. */
export function normaliseHeadline(title: string): string {
  return title
    .replace(/&(quot|apos|amp|#39|nbsp|ndash|mdash|[lr][sd]quo);/g, " ")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The key by which headlines match. */
export function headlineKey(title: string): number {
  return keyOf(normaliseHeadline(title));
}

/** A link in a text to another article, as its path; undefined for any other link. */
export function linkedPath(href: string): string | undefined {
  return /^(\d{4}\/\d{2}\/[^\s/#]+?)(\.md)?$/.exec(href)?.[1];
}

const CODE_DIGITS = "23456789abcdefghjkmnpqrstuvwxyz";
/** A short code as a column holds it. */
export const codeNumber = (code: string): number =>
  [...code].reduce((number, digit) => number * 31 + CODE_DIGITS.indexOf(digit), 0);

/** What is wrong with the files below `media/` that an article names. */
function findMediaFaults(
  { path, image, audio }: Article,
  images: readonly BodyImage[],
  bytes: Uint8Array,
  context: ReadContext,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const add = (keys: readonly [string, string], found: string, meant: MeantKind) => {
    const fault = faultOfMedia(context, found, meant);
    if (fault === undefined) return;
    const split = splitFrontMatter(bytes, file);
    const place = "problem" in split ? {} : locateKey(split.source, keys);
    problems.push({ file, ...place, key: keys.join("."), found, ...fault });
  };
  if (image !== undefined) add(["image", "src"], image.src, "picture");
  if (audio !== undefined && !/^https?:/i.test(audio.src)) add(["audio", "src"], audio.src, "sound");
  if (audio?.transcript !== undefined && isMediaPath(audio.transcript))
    add(["audio", "transcript"], audio.transcript, "document");
  for (const { src, alt, line } of images) {
    const fault = faultOfMedia(context, src, "shown");
    if (fault === undefined && alt.trim() !== "") continue;
    const at = { file, line: readPlacedBody(context.content, path).line + line, key: "body", found: src };
    problems.push({
      ...at,
      ...(fault ?? { fault: "has no text alternative", instead: `Write ![what it shows](${src}).` }),
    });
  }
  return problems;
}

/** The head with the true names of the files that it means. */
function withNames(head: ArticleHead, names: MediaNames): ArticleHead {
  const { image, audio } = head;
  const nameOf = (src: string) => names.find(src) ?? src;
  return {
    ...head,
    ...(image === undefined ? {} : { image: { ...image, src: nameOf(image.src) } }),
    ...(audio === undefined
      ? {}
      : {
          audio: {
            ...audio,
            src: nameOf(audio.src),
            ...(audio.transcript === undefined ? {} : { transcript: nameOf(audio.transcript) }),
          },
        }),
  };
}

/** True for a transcript that is a file below `media/`; a name without a dot is a standing page's. */
export function isMediaPath(text: string): boolean {
  return !/^https?:/i.test(text) && text.includes(".");
}

function selectHeadMedia({ image, audio }: ArticleHead): string[] {
  return [image?.src, audio?.src, audio?.transcript].filter((src) => src !== undefined && isMediaPath(src)) as string[];
}

/** Reads one file, or says what is wrong with it. */
export function readArticle(
  file: ContentFile,
  context: ReadContext,
): ReadArticle | { readonly problems: readonly Problem[] } {
  const bytes = readFileSync(join(context.content, file.path));
  const parsed = parseArticle(bytes, file.path, context.article);
  if ("problems" in parsed) return parsed;
  const { body, ...given } = parsed.article;
  const names = mediaNamesOf(context.media);
  const head = withNames(given, names);
  const references = selectReferences(body, head.lang);
  const problems = findMediaFaults(parsed.article, references.images, bytes, context, file.path);
  if (problems.length > 0) return { problems };
  const media = [
    ...selectHeadMedia(head),
    ...references.images.flatMap(({ src }) => selectShownFiles(context.media, src)),
  ];
  const origin = { file: file.path, address: head.address, url: context.url };
  const targets = [...references.links, ...references.outward].flatMap((href) => readLink(href, origin) ?? []);
  const linked = targets.flatMap((target) => findLinkedFile(target, context.media));
  // A file that is not there may come, and captions or a poster may come and go, and nothing in the article changes then: it is read again.
  const unsettled =
    linked.some(({ src }) => src === undefined) || references.images.some(({ src }) => isRecording(src));
  const size = unsettled ? -1 : file.size;
  return describeHead(
    head,
    { ...file, size },
    {
      sourceKey: keyOfBytes(bytes),
      links: targets.flatMap(linkKeys),
      hasLinks: references.links.length > 0 || targets.length > 0 || body.includes("](#"),
      hasParts: targets.some(({ meanings, part }) => part !== "" && meanings.length > 0),
      media: [...media, ...linked.flatMap(({ src }) => src ?? [])],
      hasTags: /<[a-z/!?]/i.test(body),
      told: parsed.told.length > 0,
      context,
    },
  );
}

interface Found {
  readonly sourceKey: number;
  readonly links: readonly number[];
  /** True where a link of the text may lead within the site. */
  readonly hasLinks: boolean;
  /** True where one leads to a part of another page. */
  readonly hasParts: boolean;
  readonly media: readonly string[];
  /** True where the text may hold HTML. */
  readonly hasTags: boolean;
  /** True where there is something to tell of it that is no error. */
  readonly told: boolean;
  readonly context: ReadContext;
}

function describeHead(
  head: ArticleHead,
  file: ContentFile,
  { sourceKey, links, hasLinks, hasParts, media, hasTags, told, context }: Found,
): ReadArticle {
  const json = JSON.stringify(head);
  const rule = { lang: head.lang, letters: context.article.letters ?? "latin" };
  const topics = selectTopics(head.tags, context.topicSlugs, rule);
  const [year = 0, month = 0, day = 0] = (
    head.lang === context.article.language ? head.address : head.address.slice(head.address.indexOf("/") + 1)
  )
    .split("/")
    .map(Number);
  const related = head.related.flatMap((entry) => {
    if (entry.kind === "path") return [keyOf(entry.path)];
    return entry.kind === "headline" ? [-headlineKey(entry.title)] : [];
  });
  return {
    file,
    sourceKey: foldKey(sourceKey, keyOf(media.join(" "))),
    headKey: keyOf(json),
    titleKey: headlineKey(head.title),
    translatesKey: head.translates === undefined ? 0 : keyOf(head.translates),
    shortCode: codeNumber(head.shortCode),
    addressKey: keyOf(head.address),
    publishedAt: head.publishedAt,
    changedAt: selectChangedAt(head),
    day: year * 10_000 + month * 100 + day,
    embargoAt: head.embargoAt ?? Number.NEGATIVE_INFINITY,
    expiresAt: head.expiresAt ?? Number.POSITIVE_INFINITY,
    flags:
      (head.draft ? FLAGS.draft : 0) |
      (head.retracted ? FLAGS.retracted : 0) |
      (head.audio ? FLAGS.audio : 0) |
      (head.corrections.length > 0 ? FLAGS.corrected : 0) |
      (hasTags ? FLAGS.tags : 0) |
      (hasLinks ? FLAGS.links : 0) |
      (hasParts ? FLAGS.parts : 0) |
      (told ? FLAGS.told : 0),
    lang: head.lang,
    filedUnder: {
      section: head.section,
      place: head.dateline?.place === undefined ? undefined : slugOf(head.dateline.place, rule),
      series: head.series === undefined ? undefined : slugOf(head.series.name, rule),
    },
    agency: head.dateline?.agency,
    topics: [...topics.keys()],
    topicNames: [...topics.values()],
    authors: [
      ...new Set(head.byline.map((name) => context.authorSlugs.get(name)).filter((slug) => slug !== undefined)),
    ],
    related,
    named: head.related.length,
    links,
    media,
    aliases: head.aliases ?? [],
    head: json,
  };
}

/** The text of an article file after its front matter; for files that were already read without a problem. */
export function readBodyOf(content: string, path: string): string {
  return readPlacedBody(content, path).body;
}

/** The same, and the line of the file, from 1, on which it begins. */
export function readPlacedBody(content: string, path: string): { readonly body: string; readonly line: number } {
  const text = readFileSync(join(content, "articles", `${path}.md`), "utf8").replaceAll("\r\n", "\n");
  const end = findClosing(text)?.end ?? 0;
  const body = withoutNotes(text.slice(end)).text;
  return { body: body.trim(), line: lineAt(text, end) + lineAt(body, body.length - body.trimStart().length) - 1 };
}
