/** Notes that stand about an article rather than in it: corrections, agency sign-offs, captions and credits. */
import type { CorrectionKind } from "../../article/article.ts";
import { findPrintedDate } from "../dates/printed-date.ts";
import type { WireItem } from "../wire-item.ts";
import { isPersonName } from "./wire-text-line.ts";

type WireCorrection = WireItem["corrections"][number];

const CORRECTIONS: readonly (readonly [CorrectionKind, RegExp])[] = [
  [
    "clarification",
    /^(?:clarification|уточнение|توضيح|aclaración|aclaracion|précision|klarstellung|präzisierung|chiarimento|esclarecimento)(?:\s*\([^)]{1,40}\))?(?:[,،]?\s+(?:\p{L}+\.?\s+)?\d[^:：]{0,24})?(?:\s?[:：]|\s[–—-]\s)/iu,
  ],
  [
    "update",
    /^(?:update|обновление|تحديث|actualización|mise à jour|aktualisierung)(?:\s?[:：]|\s?\([^)]{4,40}\)\s?[:：])/iu,
  ],
  [
    "correction",
    /^(?:corrections?|corrected|corrigend(?:um|a)|erratum|errata|исправление|исправлено|поправка|تصحيح|تصويب|corrección|correccion|fe de erratas|fe de errores|rectificación|rectificatif|correctif|korrektur|berichtigung|richtigstellung|rettifica|correção|correctie|sprostowanie)(?:\s*\([^)]{1,40}\))?(?:[,،]?\s+(?:on\s+)?(?:\p{L}+\.?\s+)?\d[^:：]{0,24})?(?:\s?[:：]|\s[–—-]\s)/iu,
  ],
  [
    "correction",
    /^[([]?(?:an earlier version of this|this (?:story|article|version|report|item)[^.]{0,40} (?:has been|was) corrected|(?:this (?:version of the )?(?:story|article) )?corrects (?:the |to |a |an |spelling|name|date|day|first|second|\p{L}+ paragraph|paragraph|headline|dateline|typo|figure)|refiles to (?:correct|fix)|в (?:предыдущей|первоначальной) версии|une version (?:précédente|antérieure)|una versión (?:anterior|previa)|in einer früheren (?:version|fassung)|في نسخة سابقة)/iu,
  ],
];
const EDITORS_NOTE =
  /^[([]?(?:editor['’]?s['’]? note|eds['’]? note|editorial note|note to readers|от редакции|примечание редакции|ملاحظة المحرر|ملاحظة من المحرر|nota (?:del editor|de la redacción)|note de la rédaction|ndlr|anmerkung der redaktion|anm\. d\. red\.|hinweis der redaktion)\s?[.:：–—-]*\s*/iu;

/** A public note of what was changed. An editor's note counts as a clarification, unless it speaks of a correction. */
export function readCorrection(text: string): WireCorrection | undefined {
  if (text.length > 1200) return undefined;
  const note = EDITORS_NOTE.exec(text);
  const speaks = note === null ? text : text.slice(note[0].length);
  let kind = CORRECTIONS.find(([, pattern]) => pattern.test(speaks))?.[0];
  if (kind === undefined && note !== null)
    kind = /correct|исправ|corrig|rectif|korrig|berichtig|تصحيح/iu.test(speaks) ? "correction" : "clarification";
  if (kind === undefined) return undefined;
  const date = findPrintedDate(text.slice(0, 400))?.iso.slice(0, 10);
  const bare = speaks
    .replace(/^[([]/, "")
    .replace(/^[\p{L} ]{4,24}?(?:\s*\([^)]{4,50}\))?\s?[:：]\s*/u, "")
    .replace(/[)\]]$/, (end) => (/^[([]/.test(text) ? "" : end))
    .trim();
  return { kind, text: bare === "" ? speaks : bare, ...(date === undefined ? {} : { date }) };
}

/** `(Recasts, adds quotes)`, `(Adds details in paragraph 3)`: a wire's word to its clients, not to readers. */
export function isAdvisory(text: string): boolean {
  return (
    text.length < 260 &&
    /^[(*](?:recasts?|adds?|updates?|updating|refiles?|repeats?|rewrites?|writes? through|changes|removes|releads|with |new throughout|eds:|для|ampliación|amplía|actualiza|ajoute|précise|mit |neu:|aktualisiert|durchgehend neu)/iu.test(
      text,
    ) &&
    /[)*]\.?$/.test(text)
  );
}

const SIGN_OFFS: readonly RegExp[] = [
  /^(?:reuters?|ap|afp|upi|dpa|efe|tass|xinhua|pti|ani|ians)[\s./;&\d:-]{0,6}$/i,
  /^(?:[-–—#*\s]{0,6}(?:0|30|end|ends|endit|fin|ende|nnnn|конец|النهاية|انتهى|fine|slut|ks|\/?end\/?)[-–—#*\s]{0,6}|\(end\)|\(ends\)|\(fin\)|\(ende\)|#{3,}|\(xinhua\)|enditem|item ends|--ends--|\/ends|mo[re]{2})$/iu,
  /^[([]?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|written|edited|reported|translated|translation|graphics?|research)(?:,? (?:and |& )?(?:additional )?(?:writing|editing|reporting|translation))* (?:by|in)\b|by [\p{Lu}][\p{L} .'’-]{3,40}; ?edit)/iu,
  /^[([]?(?:reportage de|rédigé par|édité par|version française|avec |redacción de|editado por|información de|traducido por|reporte de|redaktion:|berichtet von|geschrieben von|bearbeitet von|с участием|редактор[: ]|текст подготовил|перевод[: ]|إعداد |تحرير |تغطية )[^.]{3,180}[)\]]?\.?$/iu,
  /\bcontributed (?:to|reporting (?:to|for)) this (?:report|story|article)\.?$/iu,
  /^(?:责任编辑|責任編輯|编辑|編輯|记者|来源)\s?[:：].{1,40}$/u,
  /^(?:[a-z]{2,4}\/){1,4}[a-z]{2,4}(?:\/[a-z]{2,4})?$/,
  /^[A-Z]{2,4}(?:[-/][A-Z]{2,4}){1,3}$/,
  /^(?:keywords?|tel|phone|e-mail|email)\s?[:：][^.]{4,120}$/iu,
  /^\(\((?:[^)]{3,200})\)\)$/u,
];

/** True for the lines with which an agency ends a story. */
export function isSignOff(text: string): boolean {
  return text.length < 320 && SIGN_OFFS.some((pattern) => pattern.test(text));
}

/** Who reported, from `(Reporting by Marisol Vey in Port Arden; Editing by Anton Keel)`. */
export function readReporters(text: string): readonly string[] {
  const found = /^[([]?(?:reporting|written|report|reported)(?: and \p{L}+)? by ([^;)\]]{3,160})/iu.exec(text);
  if (found === null) return [];
  return (found[1] ?? "")
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .map((name) =>
      name
        .replace(/\s+in\s+\p{Lu}.*$/u, "")
        .replace(/[.\s]+$/, "")
        .trim(),
    )
    .filter((name) => isPersonName(name));
}

/** A picture's line, in its two halves. */
export interface CaptionLine {
  readonly caption?: string;
  readonly credit?: string;
}

/** One cheap look before the dear ones: most paragraphs hold none of these. */
const MAY_BE_CREDIT =
  /photo|foto|фото|imag|pictur|bild|cr[ée]dit|صورة|تصوير|©|\(c\)|reuters|afp|\bap\b|epa|efe|dpa|getty|sputnik|tass|xinhua|anadolu|shutterstock|istock|alamy|handout|риа|тасс|\bcc by|caption|archiv/iu;
const CREDIT_ONLY =
  /^[([]?(?:©|\(c\)|photo(?:graph)?s?(?: by| credit)?\s?[:/–—-]|photo by|picture(?: by|\s?:)|pictures?:|image(?: credit| source)?\s?[:,/]|credit\s?:|фото(?:графия)?\s?[:/©]|©|صورة\s?[:/]|تصوير\s?[:/]|foto\s?[:/©]|fotografía\s?:|imagen\s?:|crédits?(?: photo)?\s?:|photo\s?:|bild\s?:|bildquelle\s?:|foto von|cc by)\s*(.{2,120}?)[)\]]?\.?$/iu;
const AGENCY_CREDIT =
  /^(.{0,400}?)[\s(/–—-]*\(?((?:file photo[:.]?\s*)?(?:REUTERS|AFP|AP|EPA|EPA-EFE|EFE|dpa|picture alliance|Getty Images|Sputnik|TASS|Xinhua|Anadolu|Imago|Shutterstock|iStock|Alamy|AP Photo|Handout|РИА Новости|ТАСС)\s?\/\s?\p{L}[\p{L}\p{M} .'’/-]{2,60}|AP Photo|\(Photo by [^)]{3,80}\)|\[Photo\/[^\]]{2,30}\]|Getty Images|Xinhua\/[\p{L} ]{3,40})\)?\.?$/u;
/** `Ships before Nordervik Foto: Keno Asmussen / dpa`. */
const INLINE_CREDIT =
  /^(.{12,300}?)[\s|–—-]+(?:foto|photo|фото|bild|image|crédit|credit|imagen|صورة)\s?[:©]\s?(\p{Lu}.{1,80}|\p{Lo}.{1,80})$/iu;
const CAPTION =
  /^(?:image caption|caption|photo caption|file photo|file picture|file image|archive photo|in this (?:file |undated |handout )?(?:photo|picture|image)|pictured|на фото|архивное фото|صورة أرشيفية|foto de archivo|imagen de archivo|photo d['’]archives?|archivbild|archivfoto|symbolbild|symbolfoto)(?:\s?[:：,.(–—]|\s+\p{L})/iu;

function tidy(credit: string): string {
  return credit.replace(/^[\s:/©–—-]+|[\s)\].]+$/gu, "").trim();
}

/** Reads a caption, a credit, or both in one line; undefined where the line is neither. */
export function readCaption(text: string): CaptionLine | undefined {
  if (text.length > 500 || !MAY_BE_CREDIT.test(text)) return undefined;
  return readCaptionLine(
    text
      .replace(/^\[\d+(?:\/| of )\d+\]\s*/, "")
      .replace(/[.,]?\s*(?:acquire licensing rights|opens new tab|purchase licensing rights).*$/iu, ""),
  );
}

function readCaptionLine(text: string): CaptionLine | undefined {
  const credit = CREDIT_ONLY.exec(text);
  if (credit !== null && !/[.!?]\s+\p{Lu}/u.test(text)) return { credit: tidy(credit[1] ?? text) };
  const both = AGENCY_CREDIT.exec(text);
  if (both !== null) {
    const caption = (both[1] ?? "").replace(/^(?:file photo|image caption|caption)\s?[:.]\s*/iu, "").trim();
    return { ...(caption === "" ? {} : { caption }), credit: tidy((both[2] ?? "").replace(/^\(?photo by /i, "")) };
  }
  const inBrackets =
    /^(.{12,400}?[.!?]?)\s*[([]\s?(?:photo|foto|фото|image|picture|صورة|bild|crédit|credit)\s?(?:by |credit\s?)?[:/]?\s?([^()[\]]{2,80})[)\]]\.?$/iu.exec(
      text,
    );
  if (inBrackets !== null) return { caption: (inBrackets[1] ?? "").trim(), credit: tidy(inBrackets[2] ?? "") };
  const inline = INLINE_CREDIT.exec(text);
  if (inline !== null) return { caption: (inline[1] ?? "").trim(), credit: tidy(inline[2] ?? "") };
  if (CAPTION.test(text) && text.length < 300) {
    return { caption: text.replace(/^(?:image caption|caption|photo caption)\s?[:,]\s*/iu, "").trim() };
  }
  return undefined;
}
