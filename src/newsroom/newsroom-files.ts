/** Reads and checks `_data/`: site, sections, topics, authors, front and the strings of each language. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isAddressLike, parseAlias } from "../article/alias.ts";
import { slugOf } from "../article/slug.ts";
import type { Problem } from "../article/problem.ts";
import { Report } from "../article/report.ts";
import { keysAt } from "../article/schema-keys.ts";
import { parseYaml, type YamlSource } from "../article/yaml.ts";
import {
  type Author,
  type Newsroom,
  type Section,
  type Site,
  type Strings,
  type Texts,
  type Topic,
} from "./newsroom.ts";
import type { spoken } from "./newsroom-shape.ts";
import { authorEntry, HINTS, names, sectionShape, siteShape, text, topicEntry } from "./newsroom-shape.ts";

/** Optional keys that hold undefined are left out, as `exactOptionalPropertyTypes` wants. */
type Clean<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };
function clean<Value extends object>(value: Value): Clean<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Clean<Value>;
}

function readSource(folder: string, name: string): YamlSource | undefined {
  const path = join(folder, name);
  return existsSync(path) ? { text: readFileSync(path, "utf8"), file: `_data/${name}`, linesBefore: 0 } : undefined;
}

function check<Schema extends z.ZodType>(
  source: YamlSource | undefined,
  schema: Schema,
  problems: Problem[],
): z.output<Schema> | undefined {
  if (source === undefined) return undefined;
  const parsed = parseYaml(source);
  if ("problem" in parsed) {
    problems.push(parsed.problem);
    return undefined;
  }
  if (parsed.value === null) return undefined;
  const checked = schema.safeParse(parsed.value);
  if (checked.success) return checked.data;
  const report = new Report(source, HINTS, (path) => keysAt(schema, path));
  report.addIssues(checked.error.issues, parsed.value);
  problems.push(...report.problems);
  return undefined;
}

function refuseTwins(
  entries: readonly { readonly slug: string; readonly name: string }[],
  file: string,
  problems: Problem[],
): void {
  const seen = new Map<string, string>();
  for (const { slug, name } of entries) {
    const other = seen.get(slug);
    if (other !== undefined)
      problems.push({
        file,
        key: name,
        found: slug,
        fault: `has the same address as ${other}`,
        instead: "Give one of them another `slug`.",
      });
    seen.set(slug, name);
  }
}

/** Names apart from addresses. */
function splitAliases(all: readonly string[] | undefined): { aliases?: readonly string[]; former?: readonly string[] } {
  if (all === undefined) return {};
  const former = all.filter(isAddressLike).flatMap((text) => parseAlias(text) ?? []);
  return { aliases: all.filter((text) => !isAddressLike(text)), ...(former.length === 0 ? {} : { former }) };
}

type SiteValues = z.output<z.ZodObject<typeof siteShape>>;
const languageOf = (values: SiteValues | undefined): string => values?.language ?? values?.languages?.[0] ?? "en";

type Spoken = z.output<ReturnType<typeof spoken>>;
const textsOf = (value: Spoken | undefined, language: string): Texts | undefined =>
  typeof value === "string" ? { [language]: value } : value;

function completeSite(values: SiteValues): Site {
  const language = languageOf(values);
  const { shortUrl, publisher, url, listenLive } = values;
  return clean({
    ...values,
    url: url === undefined ? undefined : url.replace(/\/?$/, "/"),
    tagline: textsOf(values.tagline, language),
    listenLive: listenLive && { ...listenLive, label: textsOf(listenLive.label, language) },
    language,
    languages: [...new Set([language, ...(values.languages ?? [])])],
    addresses: values.addresses ?? "latin",
    timeZone: values.timeZone ?? "UTC",
    future: values.future ?? "hold",
    shortUrl: clean({ as: shortUrl?.as ?? "pages", host: shortUrl?.host?.replace(/\/?$/, "/") }),
    hosts: values.hosts ?? [],
    humans: values.humans ?? [],
    articleCards: values.articleCards === "true",
    publisher: publisher === undefined ? undefined : clean({ ...publisher, sameAs: publisher.sameAs ?? [] }),
  }) as Site;
}

function readStrings(folder: string, problems: Problem[]): Record<string, Strings> {
  const strings: Record<string, Strings> = {};
  const path = join(folder, "strings");
  for (const name of existsSync(path) ? readdirSync(path).sort() : []) {
    if (!name.endsWith(".yaml")) continue;
    const words = check(readSource(folder, `strings/${name}`), names(), problems);
    if (words !== undefined) strings[name.slice(0, -5)] = words;
  }
  return strings;
}

/** The house's own language: its words are complete. */
const HOUSE_LANGUAGE = "en";
/** Keys named in a note; a list of all would hide it. */
const NAMED = 4;

interface Words {
  readonly strings: Readonly<Record<string, Strings>>;
  /** What stands in the house's words, in a line for each language. */
  readonly notes: readonly string[];
}

/**
 * The words of each language: the newsroom's own, and where it has none the house's in that language, or else in English.
 * Plural categories differ by language; `other` is the one that all have.
 */
function joinWords(own: Readonly<Record<string, Strings>>, house: Readonly<Record<string, Strings>>): Words {
  const english = house[HOUSE_LANGUAGE] ?? {};
  const notes: string[] = [];
  const strings: Record<string, Strings> = { ...house };
  for (const [lang, words] of Object.entries(own)) {
    const known = house[lang];
    const otherwise = known ?? english;
    const missing = Object.keys(otherwise).filter(
      (key) => words[key] === undefined && (known !== undefined || !/\.(zero|one|two|few|many)$/.test(key)),
    );
    const added = Object.fromEntries(missing.map((key) => [key, otherwise[key] ?? key]));
    strings[lang] = { ...added, ...words };
    if (missing.length === 0) continue;
    const named = missing.slice(0, NAMED).join(", ") + (missing.length > NAMED ? " …" : "");
    const whose = known === undefined ? "the house's English words stand" : "the house's words stand";
    notes.push(
      `_data/strings/${lang}.yaml lacks ${missing.length} ${missing.length === 1 ? "word" : "words"}, and ${whose} there: ${named}`,
    );
  }
  return { strings, notes };
}

function refuseMissingLanguages(strings: Readonly<Record<string, Strings>>, site: Site, problems: Problem[]): void {
  for (const lang of site.languages)
    if (strings[lang] === undefined)
      problems.push({
        file: `_data/strings/${lang}.yaml`,
        fault: `is missing, and ${lang} is a language of this site`,
        instead: "Copy the strings of another language and translate them, or take it out of `languages` in site.yaml.",
      });
}

/** Reads `_data/`. `shippedStrings` is the folder of the strings that come with the house, used where the newsroom has none of its own; `notes` say where. */
export function readNewsroom(
  folder: string,
  shippedStrings: string,
): { readonly newsroom: Newsroom; readonly notes: readonly string[] } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const siteSource = readSource(folder, "site.yaml");
  if (siteSource === undefined)
    return {
      problems: [
        { file: "_data/site.yaml", fault: "is missing", instead: "Write at least `title: The name of your paper`." },
      ],
    };
  const siteValues = check(siteSource, z.strictObject(siteShape), problems);
  const rule = { lang: languageOf(siteValues), letters: siteValues?.addresses ?? ("latin" as const) };
  const sections = check(readSource(folder, "sections.yaml"), z.array(z.strictObject(sectionShape)), problems)?.map(
    (entry) =>
      clean({
        ...entry,
        slug: slugOf(entry.slug ?? entry.name, rule),
        names: entry.names ?? {},
        ...splitAliases(entry.aliases),
        description: textsOf(entry.description, languageOf(siteValues)),
      }) as Section,
  );
  const topics = Object.entries(
    check(readSource(folder, "topics.yaml"), z.record(z.string(), topicEntry), problems) ?? {},
  ).map(
    ([name, entry]) =>
      clean({
        ...entry,
        name,
        slug: slugOf(entry.slug ?? name, rule),
        kind: entry.kind ?? "topic",
        aliases: [],
        ...splitAliases(entry.aliases),
        sameAs: entry.sameAs ?? [],
      }) as Topic,
  );
  const authors = Object.entries(
    check(readSource(folder, "authors.yaml"), z.record(z.string(), authorEntry), problems) ?? {},
  ).map(
    ([name, entry]) =>
      clean({
        ...entry,
        name,
        slug: slugOf(entry.slug ?? name, rule),
        ...splitAliases(entry.aliases),
        sameAs: entry.sameAs ?? [],
      }) as Author,
  );
  const front = check(readSource(folder, "front.yaml"), z.strictObject({ lead: z.union([text(), names()]) }), problems);
  for (const [file, entries] of [
    ["sections", sections ?? []],
    ["topics", topics],
    ["authors", authors],
  ] as const)
    refuseTwins(entries, `_data/${file}.yaml`, problems);
  const house = readStrings(join(shippedStrings, ".."), problems);
  const { strings, notes } = joinWords(readStrings(folder, problems), house);
  if (siteValues === undefined || problems.length > 0) return { problems };
  const site = completeSite(siteValues);
  refuseMissingLanguages(strings, site, problems);
  if (problems.length > 0) return { problems };
  const lead = front === undefined ? {} : typeof front.lead === "string" ? { [site.language]: front.lead } : front.lead;
  return { newsroom: { site, sections, topics, authors, strings, lead }, notes };
}
