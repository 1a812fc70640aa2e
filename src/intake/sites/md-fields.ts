/** The fields of a site generator's front matter, one reader each. */
import { CORRECTION_KINDS } from "../../article/article.ts";
import { parseDateline } from "../../article/dateline.ts";
import { readForeignDate } from "../dates/foreign-date.ts";
import type { FrontReader } from "./front-reader.ts";
import { asList, asObject, asText } from "../json.ts";
import { paragraphsOf } from "../text/markdown-text.ts";
import { toSeries } from "../series.ts";
import type { WireItem, WireMedia, WireRelated } from "../wire-item.ts";

export interface MdOptions {
  /** IANA name of the zone that times without one are in. */
  readonly zone: string;
  /** Path of the file, from which Jekyll takes date and name: `_posts/2021-01-15-harbour.md`. */
  readonly name?: string;
}

/** Tags of Eleventy's starters that only make a collection. */
const COLLECTIONS = new Set(["post", "posts", "article", "articles", "blog", "all"]);

export function readDates(reader: FrontReader, options: MdOptions, notes: string[]) {
  const read = (value: unknown, key: string): string | undefined => {
    const text = asText(value);
    if (text === undefined) return undefined;
    const found = readForeignDate(text, options.zone);
    if (found === undefined) notes.push(`${key}: “${text.slice(0, 40)}” is not a date and was left out.`);
    if (found?.note !== undefined) notes.push(`${key}: ${found.note}`);
    return found?.date;
  };
  const date = read(reader.value("date"), "date");
  const fromName = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]+$/.exec(options.name ?? "")?.[1];
  if (date === undefined && fromName !== undefined) notes.push("date: taken from the name of the file.");
  const publish = reader.used.has("date") ? read(reader.named("publishDate"), "publishDate") : undefined;
  const embargo =
    read(reader.value("embargo"), "embargo") ??
    (publish !== undefined && date !== undefined && publish > date ? publish : undefined);
  return {
    date: date ?? fromName,
    updated: read(reader.value("updated"), "updated"),
    embargo,
    expires: read(reader.value("expires"), "expires"),
  };
}

export function readPicture(reader: FrontReader): WireMedia | undefined {
  const given = reader.value("image");
  const first = Array.isArray(given) ? given[0] : given;
  const fields = asObject(first);
  const url =
    fields === undefined
      ? asText(first)
      : (asText(fields.src) ??
        asText(fields.url) ??
        asText(fields.path) ??
        asText(fields.image) ??
        asText(fields.source) ??
        asText(fields.file));
  if (url === undefined) return undefined;
  const alt = asText(fields?.alt) ?? asText(fields?.alttext) ?? reader.text("imageAlt");
  const caption = asText(fields?.caption) ?? asText(fields?.title) ?? reader.text("imageCaption");
  const credit = asText(fields?.credit) ?? asText(fields?.attribution) ?? reader.text("imageCredit");
  return {
    kind: "picture",
    url,
    ...(alt === undefined ? {} : { alt }),
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  };
}

export function readRelated(reader: FrontReader): WireRelated[] {
  return asList(reader.value("related")).flatMap((entry): WireRelated[] => {
    const fields = asObject(entry);
    const title = asText(fields?.title) ?? asText(entry);
    const url = asText(fields?.url);
    const source = asText(fields?.source);
    return title === undefined
      ? []
      : [{ title, ...(url === undefined ? {} : { url }), ...(source === undefined ? {} : { source }) }];
  });
}

export function readCorrections(reader: FrontReader): WireItem["corrections"] {
  return asList(reader.value("corrections")).flatMap((entry) => {
    const fields = asObject(entry);
    const text = asText(fields?.text) ?? asText(entry);
    if (text === undefined) return [];
    const date = asText(fields?.date);
    const kind = CORRECTION_KINDS.find((known) => known === asText(fields?.kind)) ?? "correction";
    return [{ kind, text, ...(date === undefined ? {} : { date }) }];
  });
}

export function readDateline(reader: FrontReader, notes: string[]): WireItem["dateline"] {
  const value = reader.value("dateline");
  const fields = asObject(value);
  const place = asText(fields?.place);
  if (fields !== undefined && place !== undefined) {
    const parts: [string, string | undefined][] = ["region", "country", "agency", "date"].map((key) => [
      key,
      asText(fields[key]),
    ]);
    return { place, ...Object.fromEntries(parts.filter(([, part]) => part !== undefined)) };
  }
  const text = asText(value);
  const parsed = text === undefined ? undefined : parseDateline(text);
  if (text !== undefined && parsed?.place === undefined)
    notes.push(`dateline: “${text.slice(0, 60)}” could not be taken apart and is kept as it stands.`);
  return parsed;
}

export function readSource(reader: FrontReader): WireItem["source"] {
  const value = reader.value("source");
  const fields = asObject(value);
  const url = asText(fields?.url) ?? reader.text("canonical");
  const name = asText(fields?.name) ?? (fields === undefined ? asText(value) : undefined);
  const captured = asText(fields?.captured);
  if (url === undefined && name === undefined) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(url === undefined ? {} : { url }),
    ...(captured === undefined ? {} : { captured }),
  };
}

/** A file without a title in its front matter may begin with it. */
export function takeHeading(markdown: string): { title?: string; rest: string } {
  const found = /^#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)|^([^\n]+)\n=+[ \t]*(?:\n|$)/.exec(markdown);
  const title = found?.[1] ?? found?.[2];
  return found === null || title === undefined
    ? { rest: markdown }
    : { title: paragraphsOf(`# ${title}`)[0] ?? title, rest: markdown.slice(found[0].length).trim() };
}

export function slugFrom(reader: FrontReader, name: string | undefined): string | undefined {
  const given = reader.text("slug");
  if (given !== undefined) return given;
  const place =
    /(?:^|\/)([^/]+)\/(?:index|_index)\.\w+$/.exec(name ?? "")?.[1] ?? /(?:^|\/)([^/]+)\.\w+$/.exec(name ?? "")?.[1];
  return place?.replace(/^\d{4}-\d{2}-\d{2}-/, "");
}

/** Hugo has a list of series, with the part in a key beside it; one is taken. */
export function readSeries(reader: FrontReader): WireItem["series"] {
  const value = reader.value("series");
  const fields = asObject(value);
  const name = fields === undefined ? reader.text("series") : asText(fields.name);
  const part = asText(fields?.part) ?? reader.text("seriesPart");
  return name === undefined ? undefined : toSeries(name, part);
}

export function readTags(reader: FrontReader): { tags: string[]; section: string | undefined } {
  const taxonomies = asObject(reader.named("taxonomies"));
  const nested = (key: string) =>
    asList(taxonomies?.[key])
      .map(asText)
      .filter((tag) => tag !== undefined);
  const categories = [...reader.names("categories", true), ...nested("categories")];
  const own = reader.text("section") ?? asText(asObject(reader.named("extra"))?.section);
  const spaced = !reader.text("tags")?.includes(",");
  const tags = [...reader.names("tags", spaced), ...nested("tags"), ...categories.slice(own === undefined ? 1 : 0)];
  const kept = tags.filter((tag) => !COLLECTIONS.has(tag.toLowerCase()) && !tag.startsWith("#") && tag !== own);
  return { tags: [...new Set(kept)], section: own ?? categories[0] };
}
