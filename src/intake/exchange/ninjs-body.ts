/** Which of a ninjs item's bodies is the article: Markdown, then HTML, then NITF, then plain text. */
import { IntakeError } from "../intake-error.ts";
import type { JsonObject } from "../json.ts";
import { type RoleText, selectRoles } from "./ninjs-keys.ts";
import { readNitfElement } from "./nitf.ts";
import { paragraphsToHtml, splitParagraphs } from "../text/plain-paragraphs.ts";
import { newDraft, type WireDraft } from "../wire-draft.ts";
import { parseXml } from "../xml.ts";

type BodyKind = "markdown" | "html" | "nitf" | "text" | "unknown";
const BEST_FIRST: readonly BodyKind[] = ["markdown", "html", "nitf", "text"];

/** What a body is: its media type says, else its role, else its first characters. Agencies name both freely. */
function kindOf({ role, contentType, value }: RoleText): BodyKind {
  const named = `${contentType} ${role}`;
  if (/markdown/.test(named)) return "markdown";
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<nitf[\s>]/i.test(value)) return "nitf";
  if (/html/.test(named)) return "html";
  if (/\bplain\b|^text$|\btext$/.test(named.trim())) return "text";
  if (contentType !== "" && !contentType.startsWith("text/")) return "unknown";
  return /<(?:p|div|br|h[1-6]|article|section)[\s/>]/i.test(value) ? "html" : "text";
}

/** False where the body cannot be read, so that the next best is. */
function readKind(kind: BodyKind, value: string, draft: WireDraft): boolean {
  if (kind === "nitf") return readNitfText(value, draft);
  if (kind === "markdown") draft.markdown = value.replace(/\r\n?/g, "\n");
  else if (kind === "html") draft.html = value;
  else draft.html = paragraphsToHtml(splitParagraphs(value));
  return true;
}

/** Only the text and what ninjs did not say itself: the envelope's own fields are the newer. */
function readNitfText(value: string, draft: WireDraft): boolean {
  const inner = newDraft("nitf");
  try {
    readNitfElement(parseXml(value), inner);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    draft.notes.push(`The NITF body could not be read: ${error.message}`);
    return false;
  }
  draft.html = inner.html;
  draft.dateline ??= inner.dateline;
  draft.kicker ??= inner.kicker;
  draft.media.push(...inner.media);
  if (draft.byline.length === 0) draft.byline = inner.byline;
  return true;
}

/** Puts the best body into the draft. A body of a kind that is not known is noted, not guessed at. */
export function readNinjsBody(item: JsonObject, draft: WireDraft): void {
  const bodies = selectRoles(item, "bodies", "body").map((body) => ({ kind: kindOf(body), body }));
  for (const kind of BEST_FIRST) {
    const best = bodies
      .filter((one) => one.kind === kind)
      .sort((one, other) => other.body.value.length - one.body.value.length)[0];
    if (best === undefined) continue;
    if (readKind(kind, best.body.value, draft)) return;
  }
  const unknown = bodies[0];
  if (unknown === undefined) return;
  draft.notes.push(`A body of the type ${unknown.body.contentType.slice(0, 60)} was left out.`);
}
