/** The one door into the house: the bytes of an article file → an Article, or every problem an editor must mend. */
import { articleAddress, codeOf, isCode } from "./address.ts";
import { parseAlias, selectIdentity } from "./alias.ts";
import type { Article, Audio, Correction, Dateline, RelatedEntry } from "./article.ts";
import { parseDateline } from "./dateline.ts";
import { endlessNote, withoutNotes } from "./editor-notes.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { selectDay } from "./instant.ts";
import { belowMedia } from "./media-path.ts";
import { splitByline } from "./byline.ts";
import { setLine } from "./typography.ts";
import { nearest, type Problem } from "./problem.ts";
import { Report, valueDescription } from "./report.ts";
import { FRONT_MATTER_KEYS, type FrontMatterValues, frontMatterSchema, KEY_NOTES } from "./schema.ts";
import { type AddressLetters, isSlug, slugOf, type SlugRule } from "./slug.ts";
import type { YamlValue } from "./yaml.ts";
import { isWebAddress } from "./web-address.ts";

/** What the newsroom's data says that an article is checked against. */
export interface ArticleContext {
  /** IANA name. */
  readonly timeZone: string;
  /** How addresses are written; Latin where unset. */
  readonly letters?: AddressLetters;
  readonly language: string;
  /** The newsroom's own agency. */
  readonly agency?: string;
  readonly languages: readonly string[];
  /** Slug by lowercase slug or name; undefined where any section counts. */
  readonly sections: ReadonlyMap<string, string> | undefined;
  /** Canonical name by lowercase name or alias. */
  readonly topics: ReadonlyMap<string, string>;
}

/** An article, and what is told of it; or all that is wrong with it. */
export type Parsed =
  { readonly article: Article; readonly told: readonly Problem[] } | { readonly problems: readonly Problem[] };

const ARTICLES = "articles/";
const ARTICLE_PATH = /^\d{4}\/\d{2}\/[^\s/]+$/;
const OUTWARD = /^https?:\/\//i;

/** Keys that hold nothing count as absent. */
function withoutEmpty(data: YamlValue): YamlValue {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  const entries = Object.entries(data);
  return entries.some(([, value]) => value === null)
    ? Object.fromEntries(entries.filter(([, value]) => value !== null))
    : data;
}

/** True for a path below a folder that stays there on every system. */
export function isInnerPath(path: string): boolean {
  return (
    path !== "" &&
    !/[\\:\p{Cc}]/u.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

function readRelated(entries: FrontMatterValues["related"], report: Report): RelatedEntry[] {
  return (entries ?? []).map((entry, index): RelatedEntry => {
    if (typeof entry !== "string") {
      if (!OUTWARD.test(entry.url)) report.add(["related", index, "url"], entry.url, "is not an address");
      return { kind: "link", ...withoutUndefined(entry) };
    }
    if (OUTWARD.test(entry)) return { kind: "link", url: entry };
    return ARTICLE_PATH.test(entry)
      ? { kind: "path", path: entry.replace(/\.md$/, "") }
      : { kind: "headline", title: entry };
  });
}

/** The same object without the keys that hold undefined. */
function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const kept: Partial<Value> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}

/** An archive prints the same datelines over and over; so many are remembered. */
const DATELINES_KEPT = 5000;
const datelines = new Map<string, Dateline>();

function readDateline(
  value: FrontMatterValues["dateline"],
  house: string | undefined,
  report: Report,
): Dateline | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string") return withoutUndefined(value);
  const key = `${house ?? ""}\n${value}`;
  let dateline = datelines.get(key);
  if (dateline === undefined) {
    if (datelines.size >= DATELINES_KEPT) datelines.clear();
    dateline = parseDateline(value, house);
    datelines.set(key, dateline);
  }
  if (dateline.place === undefined)
    report.tell(
      ["dateline"],
      value,
      "cannot be taken apart; it is printed as typed and leads to no place's page",
      "Write PLACE (Agency), or its parts: {place: …, agency: …}.",
    );
  return dateline;
}

function readAudio(value: FrontMatterValues["audio"], report: Report): Audio | undefined {
  if (value === undefined) return undefined;
  const src = belowMedia(value.src);
  if (!(OUTWARD.test(src) ? isWebAddress(src) : isInnerPath(src)))
    report.add(["audio", "src"], value.src, "leaves the folder media/");
  const clock = /^(?:(\d+):)?(\d{1,5})$/.exec(value.duration ?? "0");
  if (clock === null) report.add(["audio", "duration"], value.duration, "is not a length");
  const duration = value.duration === undefined ? undefined : Number(clock?.[1] ?? 0) * 60 + Number(clock?.[2] ?? 0);
  const transcript = value.transcript === undefined ? undefined : belowMedia(value.transcript);
  return withoutUndefined({ src, duration, transcript });
}

function setGiven(text: string | undefined, lang: string): string | undefined {
  return text === undefined ? undefined : setLine(text, lang);
}

/** The names of a byline; of a list, each entry is one. */
function readByline(given: readonly string[], report: Report): readonly string[] {
  const [only] = given;
  if (only === undefined || given.length > 1) return given;
  const { names, unsure } = splitByline(only);
  if (unsure)
    report.tell(
      ["byline"],
      only,
      "may name more than one and is taken for one name",
      "Write a list, such as [Ana Bell, Jo Reth].",
    );
  return names;
}

/** `tags: a, b` is one topic with a comma in its name, which nobody means. */
function tellTags(tags: readonly string[], report: Report): void {
  const [only] = tags;
  if (only === undefined || tags.length > 1 || !/[,;،]\s/.test(only)) return;
  const names = only.split(/\s*[,;،]\s+/).filter((name) => name !== "");
  report.tell(["tags"], only, "is one topic with this name", `Write [${names.join(", ")}] for ${names.length} topics.`);
}

function readCorrections(
  values: FrontMatterValues["corrections"],
  { zone, lang }: { readonly zone: string; readonly lang: string },
  report: Report,
): Correction[] {
  return (values ?? []).map(({ date, kind, text }, index) => ({
    ...report.instant(["corrections", index, "date"], date, zone),
    kind,
    text: setLine(text, lang),
  }));
}

function readAliases(values: FrontMatterValues["aliases"], report: Report): string[] | undefined {
  if (values === undefined) return undefined;
  const aliases = values.map((text, index) => {
    const address = parseAlias(text);
    if (address === undefined) report.add(["aliases", index], text, "is no address that a page can stand at");
    return address ?? "";
  });
  return [...new Set(aliases)];
}

/** Slug and path from the file's name, the slug in the front matter winning. */
function readName(
  file: string,
  given: string | undefined,
  rule: SlugRule,
  report: Report,
): { path: string; slug: string } {
  const path = file.slice(file.startsWith(ARTICLES) ? ARTICLES.length : 0).replace(/\.md$/, "");
  if (given !== undefined && !isSlug(given)) report.add(["slug"], given, "cannot stand in an address");
  return { path, slug: slugOf(given ?? path.slice(path.lastIndexOf("/") + 1), rule) };
}

/** Reads one article file. `file` is its path below the content folder: `articles/2021/01/harbour.md`. Never throws for bad input. */
export function parseArticle(bytes: Uint8Array, file: string, context: ArticleContext): Parsed {
  const split = splitFrontMatter(bytes, file);
  if ("problem" in split) return { problems: [split.problem] };
  const data = withoutEmpty(split.data);
  const report = new Report(split.source, KEY_NOTES, FRONT_MATTER_KEYS);
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    report.add(
      [],
      valueDescription(data),
      "the front matter is not a list of keys",
      "Write `title:` and `date:`, one a line.",
    );
    return { problems: report.problems };
  }
  const checked = frontMatterSchema.safeParse(data);
  if (!checked.success) {
    report.addIssues(checked.error.issues, data);
    return { problems: report.problems };
  }
  const values = checked.data;
  const { timeZone } = context;

  const date = report.instant(["date"], values.date, timeZone);
  const updated = values.updated === undefined ? undefined : report.instant(["updated"], values.updated, timeZone);
  if (updated !== undefined && updated.at < date.at)
    report.add(["updated"], values.updated, `is before date (${values.date})`);
  const embargo =
    values.embargo === undefined ? undefined : report.instant(["embargo"], values.embargo, timeZone, true);
  const expires =
    values.expires === undefined ? undefined : report.instant(["expires"], values.expires, timeZone, true);
  if (embargo !== undefined && expires !== undefined && expires.at <= embargo.at)
    report.add(["expires"], values.expires, "is not after embargo");
  if (expires !== undefined && expires.at <= date.at)
    report.add(["expires"], values.expires, `is not after date (${values.date})`);
  const lang = values.lang ?? context.language;
  const retracted =
    values.retracted === undefined
      ? undefined
      : {
          ...report.instant(["retracted", "date"], values.retracted.date, timeZone),
          reason: setLine(values.retracted.reason, lang),
        };

  if (!context.languages.includes(lang))
    report.add(
      ["lang"],
      lang,
      "is not a language of this site",
      `Write one of ${context.languages.join(", ")}, or add it to \`languages\` in site.yaml.`,
    );
  const section = readSection(values.section, lang, context, report);
  const image =
    values.image === undefined
      ? undefined
      : {
          ...withoutUndefined(values.image),
          src: belowMedia(values.image.src),
          alt: setLine(values.image.alt, lang),
          ...(values.image.caption === undefined ? {} : { caption: setLine(values.image.caption, lang) }),
        };
  if (image !== undefined && !isInnerPath(image.src))
    report.add(["image", "src"], image.src, "leaves the folder media/");
  if (values.translates !== undefined && !ARTICLE_PATH.test(values.translates))
    report.add(["translates"], values.translates, "is not an article's path");
  if (values.short !== undefined && !isCode(values.short)) report.add(["short"], values.short, "is not a short code");
  if (values.source?.url !== undefined && !OUTWARD.test(values.source.url))
    report.add(["source", "url"], values.source.url, "is not an address");
  const capturedAt =
    values.source?.captured === undefined
      ? undefined
      : report.instant(["source", "captured"], values.source.captured, timeZone).at;
  const source =
    values.source === undefined
      ? undefined
      : withoutUndefined({ name: values.source.name, url: values.source.url, capturedAt });
  const related = readRelated(values.related, report);
  const corrections = readCorrections(values.corrections, { zone: timeZone, lang }, report);
  const dateline = readDateline(values.dateline, context.agency, report);
  const audio = readAudio(values.audio, report);
  const aliases = readAliases(values.aliases, report);
  if (values.id !== undefined && /\s/.test(values.id)) report.add(["id"], values.id, "has a blank");
  const byline = readByline(values.byline ?? [], report);
  tellTags(values.tags ?? [], report);
  const { path, slug } = readName(file, values.slug, { lang, letters: context.letters ?? "latin" }, report);
  const body = withoutNotes(split.body);
  if (body.endless !== undefined) report.problems.push(endlessNote(file, split.bodyLine + body.endless));
  if (body.text.trim() === "" && retracted === undefined && values.draft !== true)
    report.told.push({
      file,
      line: split.bodyLine,
      key: "body",
      found: "nothing",
      fault: "has no text",
      instead: "Write it below the second line ---.",
    });
  if (report.problems.length > 0) return { problems: report.problems };

  const folder = lang === context.language ? "" : `${lang.toLowerCase()}/`;
  const address = articleAddress(selectDay(date.at, timeZone), slug, folder);
  const tags = [...new Set((values.tags ?? []).map((tag) => context.topics.get(tag.toLowerCase()) ?? tag))];
  return {
    told: report.told,
    article: withoutUndefined({
      path,
      address,
      id: values.id,
      aliases,
      shortCode: values.short ?? codeOf(selectIdentity(withoutUndefined({ address, id: values.id, aliases }))),
      title: setLine(values.title, lang),
      publishedAt: date.at,
      dayOnly: date.dayOnly,
      updatedAt: updated?.at,
      dateline,
      byline,
      section,
      kicker: setGiven(values.kicker, lang),
      standfirst: setGiven(values.standfirst, lang),
      tags,
      series: values.series === undefined ? undefined : withoutUndefined(values.series),
      related,
      lang,
      translates: values.translates?.replace(/\.md$/, ""),
      image,
      audio,
      corrections,
      retracted,
      embargoAt: embargo?.at,
      expiresAt: expires?.at,
      draft: values.draft ?? false,
      discussion: values.discussion ?? "open",
      source,
      body: body.text.trim(),
    }) as Article,
  };
}

function readSection(
  given: string | undefined,
  lang: string,
  context: ArticleContext,
  report: Report,
): string | undefined {
  if (given === undefined) return undefined;
  if (context.sections === undefined) return slugOf(given, { lang, letters: context.letters ?? "latin" });
  const slug = context.sections.get(given.toLowerCase());
  if (slug !== undefined) return slug;
  const known = [...new Set(context.sections.values())];
  const meant = nearest(given, known);
  report.add(
    ["section"],
    given,
    "is not a section of sections.yaml",
    meant === undefined ? `Write one of ${known.join(", ")}.` : `Write \`${meant}\`, or one of ${known.join(", ")}.`,
  );
  return undefined;
}
