/**
 * NITF 3.x, the News Industry Text Format. Fields as its DTD documents them: `docdata` holds what is known of the
 * document (`doc-id`, `date.issue`, `date.release`, `date.expire`, `del-list`, `ed-msg`, `key-list`, and
 * `management-status` with `management-doc-idref` for what is withheld, embargoed or canceled); `body.head` what stands
 * above the text; `body.content` the text. https://iptc.org/std/NITF/3.6/documentation/
 */

import type { PlacedDateline } from "../../article/article.ts";
import { parseByline } from "../../article/printed-byline.ts";
import { defined } from "../defined.ts";
import { IntakeError } from "../intake-error.ts";
import { readNitfMedia, renderNitf } from "./nitf-body.ts";
import { toSeries } from "../series.ts";
import { finishDraft, newDraft, noteToEditors, type WireDraft } from "../wire-draft.ts";
import { instantOf, readWireInstant } from "../dates/wire-instant.ts";
import type { WireItem, WireSubject } from "../wire-item.ts";
import { parseXml } from "../xml.ts";
import { readAttribute, readText, selectAll, selectChild, selectChildren, type XmlElement } from "../xml-element.ts";

/** `management-status` and the documents it is about: `canceled` takes back, `withheld` and `info` want an editor. */
function readManagement(docdata: XmlElement | undefined, draft: WireDraft): void {
  const status = readAttribute(docdata, "management-status");
  const named = readAttribute(docdata, "management-doc-idref");
  const idStatus = readAttribute(docdata, "management-idref-status");
  if (status === "canceled" || idStatus === "canceled") {
    draft.id = named ?? draft.id;
    draft.retracted = {
      date: draft.updated ?? draft.date,
      reason: readAttribute(selectChild(docdata, "ed-msg"), "info") ?? "The sender canceled it.",
    };
  } else if (named !== undefined) draft.id = named;
  if (status === "withheld") draft.needs.push("the sender withholds it until further notice");
  if (status === "embargoed" && draft.embargo === undefined) {
    draft.needs.push("the sender embargoes it and names no time");
  }
}

/** `date.release` is the first moment for publication: later than `date.issue`, it is an embargo. */
function embargoOf(issue: string | undefined, release: string | undefined): string | undefined {
  const [issued, released] = [readWireInstant(issue)?.iso, readWireInstant(release)?.iso];
  if (released === undefined || issued === undefined) return undefined;
  return instantOf(released) > instantOf(issued) ? release : undefined;
}

/** `series`: its name, and which part this is. */
function readSeries(element: XmlElement | undefined): WireDraft["series"] {
  const name = readAttribute(element, "series.name");
  return name === undefined ? undefined : toSeries(name, readAttribute(element, "series.part"));
}

function readDocdata(docdata: XmlElement | undefined, draft: WireDraft): void {
  const at = (name: string) => readAttribute(selectChild(docdata, name), "norm");
  const id = selectChild(docdata, "doc-id");
  draft.id ??= readAttribute(id, "id-string") ?? readAttribute(selectChild(docdata, "du-key"), "key");
  draft.source.name ??= readAttribute(id, "regsrc");
  draft.date ??= at("date.issue");
  draft.expires ??= at("date.expire");
  const embargoed = readAttribute(docdata, "management-status") === "embargoed";
  draft.embargo ??= embargoed ? at("date.release") : embargoOf(at("date.issue"), at("date.release"));
  draft.date ??= at("date.release");
  for (const { attributes } of selectChildren(selectChild(docdata, "key-list"), "keyword")) {
    const key = attributes.get("key")?.trim();
    if (key) draft.subjects.push({ name: key, kind: "topic" });
  }
  draft.series ??= readSeries(selectChild(docdata, "series"));
  const holder = readAttribute(selectChild(docdata, "doc.copyright"), "holder");
  if (holder !== undefined) draft.notes.push(`Copyright: ${holder}.`);
  const message = readAttribute(selectChild(docdata, "ed-msg"), "info");
  if (message !== undefined) draft.notes.push(noteToEditors(message));
  for (const correction of selectChildren(docdata, "correction")) {
    const text = readAttribute(correction, "info");
    if (text !== undefined) draft.corrections.push({ kind: "correction", text });
  }
  readManagement(docdata, draft);
}

/** `tobject.subject`: the narrowest of `detail`, `matter` and `type` is its name; `refnum` its code in the scheme of `ipr`. */
function readTobject(tobject: XmlElement | undefined, draft: WireDraft): void {
  const codes: string[] = [];
  for (const subject of selectChildren(tobject, "tobject.subject")) {
    const part = (name: string) => readAttribute(subject, `tobject.subject.${name}`);
    const name = part("detail") ?? part("matter") ?? part("type");
    const code = part("refnum") ?? part("code");
    if (name === undefined) {
      if (code !== undefined) codes.push(code);
      continue;
    }
    draft.subjects.push({ name, kind: "topic", ...defined({ code, scheme: part("ipr") }) });
  }
  if (codes.length > 0) draft.notes.push(`Subject codes without a name were left out: ${codes.join(", ")}.`);
}

const KINDS: Readonly<Record<string, WireSubject["kind"]>> = {
  person: "person",
  org: "organisation",
  location: "place",
  classifier: "topic",
  event: "topic",
  "object.title": "topic",
};

function readIdentified(content: XmlElement | undefined, draft: WireDraft): void {
  for (const element of selectChildren(content)) {
    const kind = KINDS[element.name];
    const name = readText(element) ?? readAttribute(element, "value");
    if (kind === undefined || name === undefined) continue;
    draft.subjects.push({
      name,
      kind,
      ...defined({
        code: readAttribute(element, "idsrc.value") ?? readAttribute(element, "value"),
        scheme: readAttribute(element, "idsrc"),
      }),
    });
  }
}

/** `dateline`: `location` may name its city, region and country; `story.date` is the dateline's own date. */
function readDateline(element: XmlElement | undefined): PlacedDateline | undefined {
  const location = selectChild(element, "location");
  const place = readText(selectChild(location, "city")) ?? readText(selectChild(location, "sublocation"));
  if (place === undefined) return undefined;
  return {
    place,
    ...defined({
      region: readText(selectChild(location, "state")) ?? readText(selectChild(location, "region")),
      country: readText(selectChild(location, "country")),
      agency: readText(selectChild(element, "org")),
      date: readText(selectChild(element, "story.date")),
    }),
  };
}

/** `byline`: `person` names, `byttl` is what they are; without `person`, the line is read as printed. */
function readByline(body: XmlElement | undefined): string[] {
  return selectChildren(body, "byline").flatMap((byline) => {
    const people = selectChildren(byline, "person").map(readText);
    if (people.length > 0) return people.filter((name) => name !== undefined);
    const title = readText(selectChild(byline, "byttl"));
    const whole = readText(byline) ?? "";
    const names = parseByline(title === undefined ? whole : whole.replace(title, "").replace(/[\s,]+$/, ""));
    return names.length > 0 ? names : parseByline(whole);
  });
}

function readHead(head: XmlElement | undefined, draft: WireDraft): void {
  const headlines = selectChildren(selectChild(head, "hedline"));
  draft.title ??= readText(headlines.find(({ name }) => name === "hl1"));
  const isKicker = (line: XmlElement) => readAttribute(line, "class") === "kicker";
  draft.kicker ??= readText(headlines.find(isKicker));
  const [deck, ...more] = headlines.filter((line) => line.name === "hl2" && !isKicker(line)).map(readText);
  draft.standfirst ??= readText(selectChild(head, "abstract")) ?? deck;
  for (const line of more) if (line !== undefined) draft.notes.push(`A further headline was left out: ${line}`);
  if (draft.byline.length === 0) draft.byline.push(...readByline(head));
  const dateline = selectChild(head, "dateline");
  draft.dateline ??= readDateline(dateline);
  draft.located ??= draft.dateline === undefined ? readText(dateline) : undefined;
  draft.source.name ??= readText(selectChild(head, "distributor"));
  for (const name of ["note", "rights"]) {
    const text = readText(selectChild(head, name));
    if (text !== undefined) draft.notes.push(name === "note" ? noteToEditors(text) : `Rights: ${text}`);
  }
}

/** Puts what a `nitf` element says into a draft; what the draft has already, from an envelope around it, stays. */
export function readNitfElement(nitf: XmlElement, draft: WireDraft): void {
  const head = selectChild(nitf, "head");
  const body = selectChild(nitf, "body");
  readHead(selectChild(body, "body.head"), draft);
  draft.title ??= readText(selectChild(head, "title"));
  draft.lang ??= readAttribute(nitf, "xml:lang");
  readTobject(selectChild(head, "tobject"), draft);
  readIdentified(selectChild(head, "docdata", "identified-content"), draft);
  readDocdata(selectChild(head, "docdata"), draft);
  const pubdata = selectChild(head, "pubdata");
  draft.section ??= readAttribute(pubdata, "position.section");
  draft.source.name ??= readAttribute(pubdata, "name");
  draft.source.url ??= readAttribute(pubdata, "ex-ref");
  const content = selectChild(body, "body.content");
  if (draft.html === "") draft.html = renderNitf(content);
  const end = readText(selectChild(body, "body.end", "tagline"));
  if (end !== undefined) draft.notes.push(`The tag line was left out: ${end}`);
  for (const media of [...selectAll(content, "media"), ...selectAll(selectChild(body, "body.head"), "media")]) {
    const read = readNitfMedia(media);
    if (read !== undefined) draft.media.push(read);
  }
}

/** Reads a NITF document: one article. Throws an `IntakeError` with its line where the XML is malformed. */
export function readNitf(input: string | Uint8Array): WireItem[] {
  const root = parseXml(input);
  if (root.name !== "nitf") {
    throw new IntakeError(`the root element is <${root.name.slice(0, 40)}>`, "NITF begins with <nitf>", root.line);
  }
  const draft = newDraft("nitf");
  readNitfElement(root, draft);
  return [finishDraft(draft)];
}
