/**
 * One `newsItem` of NewsML-G2. Properties as the specification defines them: `guid` is the identity over all versions;
 * `itemMeta` manages the item (`versionCreated`, `firstCreated`, `embargoed`, whose absence means none and whose
 * emptiness means "until further notice", `pubStatus`, `edNote`, `signal`, `link`); `contentMeta` describes the content
 * (`located` is where it was made, `headline`, `dateline`, `by`, `creator`, `subject`).
 * https://www.iptc.org/std/NewsML-G2/specification/
 */

import { parseByline } from "../../article/printed-byline.ts";
import { defined } from "../defined.ts";
import { type Concepts, codeOf, nameOf, readConcepts, readSubject, selectLanguage } from "./newsml-concept.ts";
import { readContent, readRemote } from "./newsml-content.ts";
import { parseTold } from "../wire-dateline.ts";
import { newDraft, noteToEditors, type WireDraft } from "../wire-draft.ts";
import type { WireMedia } from "../wire-item.ts";
import { readAttribute, readText, selectChild, selectChildren, type XmlElement } from "../xml-element.ts";

/** A news item that is read, with what a package needs of it. */
export interface NewsmlItem {
  readonly draft: WireDraft;
  /** `text`, `picture`, `graphic`, `audio`, `video`, `composite`. */
  readonly itemClass: string;
  /** The content as a picture or sound of another item. */
  readonly media: readonly WireMedia[];
}

/** `located`: its name, with its region and country from `broader`. */
function locatedText(located: XmlElement | undefined, concepts: Concepts): string | undefined {
  const place = nameOf(located, concepts);
  if (place === undefined) return undefined;
  const around = selectChildren(located, "broader").map((broader) => nameOf(broader, concepts));
  return [place, ...around.filter((name) => name !== undefined && name !== place)].join(", ");
}

function readHeadlines(meta: XmlElement | undefined, concepts: Concepts, draft: WireDraft): void {
  const headlines = selectChildren(meta, "headline");
  const inRole = (pattern: RegExp) =>
    headlines.filter((one) => pattern.test(readAttribute(one, "role")?.split(/[:/#]/).at(-1)?.toLowerCase() ?? ""));
  draft.title ??= readText(selectLanguage(inRole(/^(main|headline)?$/), concepts.lang) ?? headlines[0]);
  draft.kicker ??= readText(selectLanguage(inRole(/^(kicker|overline)$/), concepts.lang));
  draft.standfirst ??= readText(selectLanguage(inRole(/^(sub-?head(line)?|sub|deck)$/), concepts.lang));
}

function readDescriptions(meta: XmlElement | undefined, concepts: Concepts, draft: WireDraft): void {
  const descriptions = selectChildren(meta, "description");
  const roleOf = (one: XmlElement) => readAttribute(one, "role")?.split(/[:/#]/).at(-1)?.toLowerCase() ?? "";
  const summaries = descriptions.filter((one) => !/caption|correction|clarification|update/.test(roleOf(one)));
  draft.standfirst ??= readText(selectLanguage(summaries, concepts.lang));
  for (const one of descriptions) {
    const role = roleOf(one);
    const text = readText(one);
    if (text === undefined || (role !== "correction" && role !== "clarification" && role !== "update")) continue;
    draft.corrections.push({ kind: role, text, ...defined({ date: readAttribute(one, "modified") }) });
  }
}

function readPeople(meta: XmlElement | undefined, concepts: Concepts, draft: WireDraft): void {
  const by = readText(selectLanguage(selectChildren(meta, "by"), concepts.lang));
  const creators = selectChildren(meta, "creator").map((creator) => nameOf(creator, concepts));
  const named = creators.filter((name) => name !== undefined);
  const printed = by === undefined ? [] : parseByline(by);
  // The printed line counts, unless it only repeats the creators: theirs are the exact names.
  draft.byline = by === undefined || named.every((name) => by.includes(name)) ? named : printed;
  if (draft.byline.length === 0) draft.byline = printed;
  const sources = selectChildren(meta, "infoSource");
  const source = sources.find((one) => nameOf(one, concepts) !== undefined) ?? sources[0];
  draft.source.name ??= nameOf(source, concepts);
  draft.source.url ??= webAddress(readAttribute(source, "uri"));
}

function webAddress(uri: string | undefined): string | undefined {
  return uri !== undefined && /^https?:\/\//i.test(uri) ? uri : undefined;
}

/** `dateline` is a printed one; `located` names the place in any case. */
function readContentMeta(meta: XmlElement | undefined, concepts: Concepts, draft: WireDraft): void {
  readHeadlines(meta, concepts, draft);
  readDescriptions(meta, concepts, draft);
  readPeople(meta, concepts, draft);
  const told = readText(selectLanguage(selectChildren(meta, "dateline"), concepts.lang));
  // Some senders keep a time there; a place has a letter before its first figure.
  const printed = told !== undefined && /^\P{L}*\d/u.test(told) ? undefined : told;
  if (told !== printed) draft.notes.push(`dateline: “${told}” is a time, not a place, and was left out.`);
  const located = locatedText(selectChild(meta, "located"), concepts);
  draft.dateline ??= printed === undefined ? undefined : parseTold(printed, located);
  draft.located ??= printed ?? located;
  draft.lang ??= readAttribute(selectChild(meta, "language"), "tag");
  draft.date ??= readText(selectChild(meta, "contentCreated"));
  const unnamed: string[] = [];
  for (const element of selectChildren(meta, "subject")) {
    const subject = readSubject(element, concepts);
    if (subject !== undefined) draft.subjects.push(subject);
    else unnamed.push(readAttribute(element, "qcode") ?? readAttribute(element, "uri") ?? "(no code)");
  }
  for (const keyword of selectChildren(meta, "keyword")) {
    const name = readText(keyword);
    if (name !== undefined) draft.subjects.push({ name, kind: "topic" });
  }
  if (unnamed.length > 0) draft.notes.push(`Subject codes without a name were left out: ${unnamed.join(", ")}.`);
}

function readRights(item: XmlElement, concepts: Concepts, draft: WireDraft): void {
  const rights = selectChild(item, "rightsInfo");
  const notice = readText(selectChild(rights, "copyrightNotice"));
  const terms = readText(selectChild(rights, "usageTerms"));
  if (notice !== undefined) draft.notes.push(`Copyright: ${notice}`);
  if (terms !== undefined) draft.notes.push(`Usage terms: ${terms}`);
  draft.source.name ??= nameOf(selectChild(rights, "copyrightHolder"), concepts);
}

function readStatus(meta: XmlElement | undefined, draft: WireDraft): void {
  const status = codeOf(selectChild(meta, "pubStatus")) ?? "usable";
  const note = readText(selectChild(meta, "edNote"));
  if (status === "canceled" || status === "cancelled") {
    draft.retracted = { date: draft.updated ?? draft.date, reason: note ?? "The sender canceled it." };
    return;
  }
  if (status === "withheld") draft.needs.push("the sender withholds it until further notice");
  else if (status !== "usable") draft.needs.push(`its status is ${status}; known are usable, withheld and canceled`);
  if (note !== undefined) draft.notes.push(noteToEditors(note));
  const signals = selectChildren(meta, "signal").map(codeOf);
  if (signals.includes("correction")) draft.notes.push("The sender marks it as a correction of an earlier version.");
}

function readLinks(meta: XmlElement | undefined, draft: WireDraft): void {
  for (const link of selectChildren(meta, "link")) {
    const url = webAddress(readAttribute(link, "href"));
    const title = readText(selectChild(link, "headline")) ?? readText(selectChild(link, "title"));
    const rel = readAttribute(link, "rel") ?? "";
    if (/depends|previous|translat/i.test(rel) || (title === undefined && url === undefined)) continue;
    if (title === undefined) draft.notes.push(`A link without a title was left out: ${url}`);
    else draft.related.push({ title, ...defined({ url }) });
  }
}

function readItemMeta(meta: XmlElement | undefined, concepts: Concepts, draft: WireDraft): void {
  draft.date = readText(selectChild(meta, "firstCreated"));
  draft.updated = readText(selectChild(meta, "versionCreated"));
  const embargoed = selectChild(meta, "embargoed");
  draft.embargo = readText(embargoed);
  if (embargoed !== undefined && draft.embargo === undefined) {
    draft.needs.push("the sender embargoes it until further notice");
  }
  draft.expires = readText(selectChild(meta, "expires"));
  draft.section = readText(
    selectChild(
      selectChildren(meta, "service").find((one) => readAttribute(one, "qcode")?.startsWith("section:")),
      "name",
    ),
  );
  readStatus(meta, draft);
  readLinks(meta, draft);
  draft.source.name ??= nameOf(selectChild(meta, "provider"), concepts);
}

/** The caption and credit of an item that is a picture or sound, for the article it goes with. */
function asMedia(item: XmlElement, concepts: Concepts, draft: WireDraft): WireMedia[] {
  const meta = selectChild(item, "contentMeta");
  const captions = selectChildren(meta, "description");
  const caption = captions.find((one) => /caption/.test(readAttribute(one, "role") ?? "")) ?? captions[0];
  const credit = readText(selectChild(meta, "creditline")) ?? readText(selectChild(meta, "by")) ?? draft.byline[0];
  return readRemote(selectChild(item, "contentSet")).map((media) => ({
    ...media,
    ...defined({
      caption: readText(caption) ?? draft.title,
      credit: credit ?? nameOf(selectChild(meta, "creator"), concepts),
    }),
  }));
}

/** Reads an element that is a `newsItem`, or the part of one that a document may consist of. */
export function readNewsItem(item: XmlElement): NewsmlItem {
  const draft = newDraft("newsml");
  const [meta, content] = [selectChild(item, "itemMeta"), selectChild(item, "contentMeta")];
  const lang = readAttribute(selectChild(content, "language"), "tag") ?? readAttribute(item, "xml:lang");
  const concepts = readConcepts(item, lang);
  draft.id = readAttribute(item, "guid");
  draft.lang = lang;
  readItemMeta(meta, concepts, draft);
  readContentMeta(content, concepts, draft);
  readRights(item, concepts, draft);
  readContent(selectChild(item, "contentSet"), draft);
  const itemClass = codeOf(selectChild(meta, "itemClass")) ?? "text";
  return { draft, itemClass, media: asMedia(item, concepts, draft) };
}
