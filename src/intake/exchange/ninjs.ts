/**
 * ninjs 1.x, 2.x and 3.x, news in JSON. Fields as the schema describes them: `uri` is the identity over all versions;
 * `firstCreated` and `versionCreated` are when the first and this version were made; `embargoedUntil` (before 3.0
 * `embargoed`) holds for all versions; `pubStatus` is `usable`, `withheld` or `canceled`; `located` is where the content
 * originates; `edNote` is for editors, never for readers; `by` is a statement about the creator.
 * https://iptc.org/std/ninjs/ninjs-schema_3.1.json, http://dev.iptc.org/ninjs
 */

import { parseByline } from "../../article/printed-byline.ts";
import { defined } from "../defined.ts";
import { IntakeError } from "../intake-error.ts";
import { asObject, type JsonObject, parseJson } from "../json.ts";
import { readNinjsBody } from "./ninjs-body.ts";
import { lowerKeys, own, selectObjects, selectRoles, selectText } from "./ninjs-keys.ts";
import { readNinjsMedia } from "./ninjs-media.ts";
import { readSubjects } from "./ninjs-subjects.ts";
import { parseTold } from "../wire-dateline.ts";
import { finishDraft, newDraft, noteToEditors, type WireDraft } from "../wire-draft.ts";
import type { WireItem } from "../wire-item.ts";

/** `2021-01-16T09:00Z: The name was wrong.` as this project dates its notes, or a text alone. */
function splitDated(value: string): { readonly date?: string; readonly text: string } {
  const dated = /^(\d{4}-\d{2}-\d{2}(?:T[\d:]+(?:Z|[+-]\d{2}:\d{2})?)?): (.+)$/s.exec(value);
  return { text: dated?.[2] ?? value, ...defined({ date: dated?.[1] }) };
}

function readCorrections(item: JsonObject, draft: WireDraft): void {
  for (const { role, value } of selectRoles(item, "descriptions", "description")) {
    if (role !== "correction" && role !== "clarification" && role !== "update") continue;
    draft.corrections.push({ kind: role, ...splitDated(value) });
  }
}

function readHeadlines(item: JsonObject, draft: WireDraft): void {
  const headlines = selectRoles(item, "headlines", "headline");
  const main =
    headlines.find(({ role }) => role === "main" || role === "headline") ?? headlines.find(({ role }) => role === "");
  draft.title = oneLine(main?.value ?? headlines.find(({ role }) => role !== "kicker")?.value);
  if (draft.title === undefined) {
    draft.title = selectText(item, "title");
    if (draft.title !== undefined) {
      draft.confidence.title = 0.7;
      draft.notes.push("title: there is no headline; the item's own short name was taken.");
    }
  }
  draft.kicker = oneLine(headlines.find(({ role }) => role === "kicker" || role === "overline")?.value);
  const summaries = ["standfirst", "lead", "summary", "abstract", "teaser", "text", "html", ""];
  const descriptions = selectRoles(item, "descriptions", "description");
  const summary = summaries
    .map((name) => descriptions.find(({ role }) => role === name))
    .find((one) => one !== undefined);
  if (summary?.role === "standfirst") draft.confidence.standfirst = 1;
  const dateline = descriptions.find(({ role }) => role === "dateline");
  if (dateline !== undefined) {
    draft.dateline = parseTold(dateline.value, draft.located);
    draft.datelineApart = draft.dateline !== undefined && hasMarkdown(item);
  }
  draft.standfirst = oneLine(
    summary === undefined || !/html/.test(summary.contentType + summary.role)
      ? summary?.value
      : summary.value.replace(/<[^>]*>/g, " "),
  );
}

function oneLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}

/** Only this project's own Markdown comes without the dateline that the item tells apart. */
function hasMarkdown(item: JsonObject): boolean {
  return selectRoles(item, "bodies", "body").some(({ contentType }) => contentType === "text/markdown");
}

/** Names come from parties in the role of an author where there are any, else from the printed line. */
function readAuthors(item: JsonObject, draft: WireDraft): void {
  const parties = selectObjects(item, "infosources", "infosource");
  const authors = parties.filter((party) => /^(author|writer|creator)$/i.test(selectText(party, "role") ?? ""));
  const names = authors.map((party) => selectText(party, "name")).filter((name) => name !== undefined);
  draft.byline = names.length > 0 ? names : parseByline(selectText(item, "by", "byline") ?? "");
  if (names.length > 0) draft.confidence.byline = 1;
  const party = parties.find((one) => !authors.includes(one) && selectText(one, "name") !== undefined);
  draft.source = {
    name: (party && selectText(party, "name")) ?? selectText(item, "copyrightholder"),
    // A party that is told to be the source has the address that it is told to have, or none.
    url:
      (party && selectText(party, "uri", "literal")) ??
      (party && selectText(party, "role") === "source" ? undefined : webAddress(selectText(item, "uri"))),
  };
}

function webAddress(uri: string | undefined): string | undefined {
  return uri !== undefined && /^https?:\/\//i.test(uri) ? uri : undefined;
}

function readStatus(item: JsonObject, draft: WireDraft): void {
  const status = selectText(item, "pubstatus")?.toLowerCase() ?? "usable";
  const note = selectText(item, "ednote");
  const told = selectRoles(item, "descriptions", "description").find(({ role }) => role === "retraction");
  if (told !== undefined && status.startsWith("cancel")) {
    const { date, text } = splitDated(told.value);
    draft.retracted = { date, reason: text };
    // The version was made by the retraction; it is no update of the text.
    draft.updated = undefined;
    return;
  }
  if (status === "canceled" || status === "cancelled") {
    draft.retracted = { date: draft.updated ?? draft.date, reason: note ?? "The sender canceled it." };
    return;
  }
  if (status === "withheld") draft.needs.push("the sender withholds it until further notice");
  else if (status !== "usable") draft.needs.push(`its status is ${status}; known are usable, withheld and canceled`);
  if (note !== undefined) draft.notes.push(noteToEditors(note));
  if (note !== undefined && draft.embargo === undefined && /embargo|sperrfrist/i.test(note)) {
    draft.needs.push("the note to editors speaks of an embargo, and the item names no time");
  }
}

function readRights(item: JsonObject, draft: WireDraft): void {
  const notice = selectText(item, "copyrightnotice");
  const terms = selectText(item, "usageterms");
  if (notice !== undefined) draft.notes.push(`Copyright: ${notice}`);
  if (terms !== undefined) draft.notes.push(`Usage terms: ${terms}`);
}

/** Associations with `rel` or type of a text are related articles; in a composite they are its items. */
function readRelated(item: JsonObject, draft: WireDraft): void {
  for (const one of associationsOf(item)) {
    const type = selectText(one, "type") ?? "text";
    const title = selectRoles(one, "headlines", "headline")[0]?.value ?? selectText(one, "title");
    const url = selectText(one, "uri");
    if (selectText(one, "rel") === "translationOf") {
      draft.translates = pathOf(one);
      continue;
    }
    if (type !== "text" || title === undefined) continue;
    const source = selectObjects(one, "infosources")[0];
    draft.related.push({
      title,
      ...defined({ url: webAddress(url), source: source === undefined ? undefined : selectText(source, "name") }),
    });
  }
}

/** This project's own sluglines are the paths of its articles. */
function pathOf(item: JsonObject): string | undefined {
  const slugline = selectText(item, "slugline");
  return slugline !== undefined && /^\d{4}\/\d{2}\/[a-z0-9-]{1,60}$/.test(slugline) ? slugline : undefined;
}

/** `altIds` may tell that the item was published on a day, at no known time of it. */
function publishedDay(item: JsonObject): string | undefined {
  const day = selectObjects(item, "altids").find((one) => selectText(one, "role") === "published-day");
  const value = day === undefined ? undefined : selectText(day, "value");
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** A list since 2.0, an object of names before. */
function associationsOf(item: JsonObject): JsonObject[] {
  const listed = selectObjects(item, "associations");
  if (listed.length > 0) return listed;
  return Object.values(asObject(own(item, "associations")) ?? {})
    .map(lowerKeys)
    .filter((one) => one !== undefined);
}

function readItem(item: JsonObject): WireItem {
  const draft = newDraft("ninjs");
  draft.id = selectText(item, "uri");
  draft.lang = selectText(item, "language");
  const first = selectText(item, "firstcreated");
  const version = selectText(item, "versioncreated");
  draft.date = publishedDay(item) ?? first;
  // The same moment twice is one version; compared before a bare day stands in for the first.
  draft.updated = version === first ? undefined : version;
  draft.slug = pathOf(item)?.split("/").at(-1);
  if (draft.date === undefined && draft.updated === undefined) draft.date = selectText(item, "contentcreated");
  draft.embargo = selectText(item, "embargoeduntil", "embargoed");
  draft.expires = selectText(item, "expires");
  draft.located = selectText(item, "located");
  readHeadlines(item, draft);
  readAuthors(item, draft);
  readSubjects(item, draft);
  readCorrections(item, draft);
  readStatus(item, draft);
  readRights(item, draft);
  readRelated(item, draft);
  readNinjsBody(item, draft);
  readNinjsMedia(item, associationsOf(item), draft);
  return finishDraft(draft);
}

/** A composite without a text of its own is a collection: its associations are the items. */
function itemsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(itemsOf);
  const object = lowerKeys(value);
  if (object === undefined) return [];
  const members = associationsOf(object);
  const composite = selectText(object, "type") === "composite" && selectRoles(object, "bodies", "body").length === 0;
  return composite && members.length > 0 ? members : [object];
}

/** True where an object has what only ninjs has together. */
function looksLikeNinjs(item: JsonObject): boolean {
  const names = [
    "uri",
    "headlines",
    "headline",
    "bodies",
    "pubstatus",
    "versioncreated",
    "body_text",
    "body_xhtml",
    "body_html",
  ];
  return names.filter((name) => Object.hasOwn(item, name)).length >= 2;
}

/** Reads a ninjs item, a list of them, or a composite that collects them: an article each. */
export function readNinjs(input: string | Uint8Array): WireItem[] {
  const items = itemsOf(parseJson(input));
  if (items.length === 0 || !items.some(looksLikeNinjs)) {
    throw new IntakeError("the JSON holds no ninjs item", "a ninjs item has a uri, and headlines or bodies");
  }
  return items.map(readItem);
}
