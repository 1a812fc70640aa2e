/** Reads and checks `_data/`: site, sections, topics, authors, front and the strings of each language. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isName, slugOf } from "../article/address.ts";
import type { Problem } from "../article/problem.ts";
import { type KeyHints, Report } from "../article/report.ts";
import { parseYaml, type YamlSource } from "../article/yaml.ts";
import {
  type Author,
  type Newsroom,
  type Section,
  type Site,
  type Strings,
  type Texts,
  TOPIC_KINDS,
  type Topic,
} from "./newsroom.ts";

const text = () =>
  z
    .string()
    .min(1)
    .transform((value) => value.trim());
const texts = () => z.union([text().transform((value) => [value]), z.array(text())]);
const names = () => z.record(z.string(), text());
/** A text in the site's own language, or the same in several. */
const spoken = () => z.union([text(), names()]);

const siteShape = {
  title: text(),
  tagline: spoken().optional(),
  agency: text().optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  language: text().optional(),
  languages: texts().optional(),
  timeZone: text().refine(isZone, { error: "is not a time zone" }).optional(),
  listenLive: z.strictObject({ label: spoken(), url: z.url({ protocol: /^https?$/ }), type: text() }).optional(),
  shortUrl: z
    .strictObject({ host: text().optional(), as: z.enum(["pages", "redirects", "off"]).optional() })
    .optional(),
  discussion: z.strictObject({ channel: z.enum(["mail", "form", "link"]), to: text() }).optional(),
  hosts: texts().optional(),
  license: text().optional(),
  copyright: text().optional(),
  publisher: z
    .strictObject({
      name: text(),
      legalName: text().optional(),
      url: text().optional(),
      logo: text().optional(),
      foundingDate: text().optional(),
      address: text().optional(),
      email: text().optional(),
      telephone: text().optional(),
      sameAs: texts().optional(),
      ethicsPolicy: text().optional(),
      correctionsPolicy: text().optional(),
      diversityPolicy: text().optional(),
      ownershipFundingInfo: text().optional(),
      actionableFeedbackPolicy: text().optional(),
      masthead: text().optional(),
    })
    .optional(),
  navigation: texts().optional(),
  hub: z.url().optional(),
  articleCards: z.enum(["true", "false"]).optional(),
  securityContact: text().optional(),
  humans: texts().optional(),
};
/** The keys of `site.yaml`. */
export const SITE_KEYS = Object.keys(siteShape);
const sectionShape = {
  slug: text().refine(isName, { error: "cannot stand in an address" }).optional(),
  name: text(),
  names: names().optional(),
  description: spoken().optional(),
};
const topicEntry = z.strictObject({
  slug: text().refine(isName, { error: "cannot stand in an address" }).optional(),
  kind: z.enum(TOPIC_KINDS).optional(),
  aliases: texts().optional(),
  description: text().optional(),
  sameAs: texts().optional(),
});
const authorEntry = z.strictObject({
  slug: text().refine(isName, { error: "cannot stand in an address" }).optional(),
  role: text().optional(),
  biography: text().optional(),
  portrait: text().optional(),
  email: text().optional(),
  sameAs: texts().optional(),
});

const HINTS: KeyHints = new Map(
  Object.entries({
    title: "the name of the site",
    tagline: "a text, or one for each language, such as {en: News of the coast, es: Noticias de la costa}",
    "[].description": "a text, or one for each language",
    url: "the address of the front page, such as https://news.example.org/",
    timeZone: "an IANA zone, such as Europe/Lisbon",
    language: "a BCP 47 tag, such as en",
    languages: "a list of BCP 47 tags, such as [en, ar]",
    listenLive: "label, url and type of the stream",
    "listenLive.label": "the words of the link, or one for each language, such as {en: Listen Live, es: En directo}",
    "listenLive.url": "the address of the stream",
    "listenLive.type": "its media type, such as audio/mpeg",
    shortUrl: "host and as",
    "shortUrl.as": "pages, redirects or off",
    "shortUrl.host": "the short host, such as https://nl.example",
    discussion: "channel and to",
    "discussion.channel": "mail, form or link",
    "discussion.to": "a mail address, or the address of a form or page",
    articleCards: "true or false",
    "[].name": "a name",
    "[].slug": "lowercase letters, digits and hyphens, at most 60",
    "[].kind": TOPIC_KINDS.join(", "),
  }).map(([key, instead]) => [key, { instead }]),
);

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

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
  keys: readonly string[],
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
  const report = new Report(source, HINTS, keys);
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
    timeZone: values.timeZone ?? "UTC",
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
    const words = check(readSource(folder, `strings/${name}`), names(), [], problems);
    if (words !== undefined) strings[name.slice(0, -5)] = words;
  }
  return strings;
}

function refuseMissingWords(strings: Readonly<Record<string, Strings>>, site: Site, problems: Problem[]): void {
  const wanted = Object.keys(strings[site.language] ?? strings.en ?? {});
  for (const lang of site.languages) {
    const words = strings[lang];
    if (words === undefined) {
      problems.push({
        file: `_data/strings/${lang}.yaml`,
        fault: `is missing, and ${lang} is a language of this site`,
        instead: "Copy the strings of another language and translate them, or take it out of `languages` in site.yaml.",
      });
      continue;
    }
    for (const key of wanted) {
      // Plural categories differ by language; `other` is the one that all have.
      if (/\.(zero|one|two|few|many)$/.test(key) || words[key] !== undefined) continue;
      problems.push({
        file: `_data/strings/${lang}.yaml`,
        key,
        fault: "is missing",
        instead: `Translate ${JSON.stringify(strings[site.language]?.[key] ?? key)}.`,
      });
    }
  }
}

/** Reads `_data/`. `shippedStrings` is the folder of the strings that come with the house, used where the newsroom has none of its own. */
export function readNewsroom(
  folder: string,
  shippedStrings: string,
): { readonly newsroom: Newsroom } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const siteSource = readSource(folder, "site.yaml");
  if (siteSource === undefined)
    return {
      problems: [
        { file: "_data/site.yaml", fault: "is missing", instead: "Write at least `title: The name of your paper`." },
      ],
    };
  const siteValues = check(siteSource, z.strictObject(siteShape), SITE_KEYS, problems);
  const sections = check(readSource(folder, "sections.yaml"), z.array(z.strictObject(sectionShape)), [], problems)?.map(
    (entry) =>
      clean({
        ...entry,
        slug: entry.slug ?? slugOf(entry.name),
        names: entry.names ?? {},
        description: textsOf(entry.description, languageOf(siteValues)),
      }) as Section,
  );
  const topics = Object.entries(
    check(readSource(folder, "topics.yaml"), z.record(z.string(), topicEntry), [], problems) ?? {},
  ).map(
    ([name, entry]) =>
      clean({
        ...entry,
        name,
        slug: entry.slug ?? slugOf(name),
        kind: entry.kind ?? "topic",
        aliases: entry.aliases ?? [],
        sameAs: entry.sameAs ?? [],
      }) as Topic,
  );
  const authors = Object.entries(
    check(readSource(folder, "authors.yaml"), z.record(z.string(), authorEntry), [], problems) ?? {},
  ).map(
    ([name, entry]) =>
      clean({ ...entry, name, slug: entry.slug ?? slugOf(name), sameAs: entry.sameAs ?? [] }) as Author,
  );
  const front = check(
    readSource(folder, "front.yaml"),
    z.strictObject({ lead: z.union([text(), names()]) }),
    ["lead"],
    problems,
  );
  for (const [file, entries] of [
    ["sections", sections ?? []],
    ["topics", topics],
    ["authors", authors],
  ] as const)
    refuseTwins(entries, `_data/${file}.yaml`, problems);
  const strings = { ...readStrings(join(shippedStrings, ".."), problems), ...readStrings(folder, problems) };
  if (siteValues === undefined || problems.length > 0) return { problems };
  const site = completeSite(siteValues);
  refuseMissingWords(strings, site, problems);
  if (problems.length > 0) return { problems };
  const lead = front === undefined ? {} : typeof front.lead === "string" ? { [site.language]: front.lead } : front.lead;
  return { newsroom: { site, sections, topics, authors, strings, lead } };
}
