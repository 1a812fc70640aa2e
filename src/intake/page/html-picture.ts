/** One picture of a page: the best of its addresses, its words, and whose it is. */
import { absoluteUrl } from "./html-to-hast.ts";
import { type Element, findElement, findElements, namesOf, plainLine, textOf } from "./html-tree.ts";

export interface HtmlPicture {
  /** http(s), or `data:` of a raster picture; absent where only its words were found. */
  readonly url?: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;
/** Shorter ones are the blank that stands in for a picture not yet loaded. */
const MIN_DATA = 1_200;
const MIN_PIXELS = 80;
const CREDIT_NAME =
  /credit|copyright|photographer|attribution|rights|quelle|fotograf|photo-?source|image-?source|img-?source|-source\b|autor-foto/;
const CREDIT_WORDS =
  "photographs?|photos?|pictures?|images?|illustrations?|fotos?|fotografía|fotografia|fotograf(?:ie|en)?|bild(?:er)?|grafik|symbolbild|zdjęcie|fot\\.|фото|kredit|credits?|crédits?|créditos?|fuente|source|quelle|kilde|copyright|©|\\(c\\)|الصورة|صورة|תצלום|צילום";
const CREDIT_AT_END = new RegExp(
  `[\\s.|–—-]*[([]?\\s*(?:(?:${CREDIT_WORDS})\\s*(?:[:/©]|\\bby\\b|\\bvon\\b|\\bpar\\b|\\bde\\b)|©)\\s*([^()[\\]]{2,80}?)\\s*[)\\]]?\\.?$`,
  "iu",
);
const CREDIT_LABEL = new RegExp(`^(?:(?:${CREDIT_WORDS})\\s*(?:credit|crédit)?\\s*[:/]*\\s*(?:by\\s+)?)+`, "iu");

/** A credit without its label: `Foto: Marta Kern` → `Marta Kern`. */
export function bareCredit(text: string): string {
  return plainLine(text.replace(/^[\s([|•–—-]+|[\s)\]|•]+$/g, "").replace(CREDIT_LABEL, "")).replace(/^[:/|\s]+/, "");
}

/** A caption and the credit at its end: `The harbour. (Photo: Ida Holt)`. */
export function splitCredit(text: string): { caption: string; credit?: string } {
  const match = CREDIT_AT_END.exec(text);
  if (match?.[1] === undefined) return { caption: text };
  const credit = bareCredit(match[1]);
  const caption = text.slice(0, match.index).trim();
  const end = /^[.!?…]/.exec(text.slice(match.index).trimStart())?.[0] ?? "";
  return credit === "" ? { caption: text } : { caption: caption === "" ? "" : caption + end, credit };
}

/** The widest address of a `srcset`: https://html.spec.whatwg.org/multipage/images.html#srcset-attribute */
export function widestOf(srcset: string | undefined): string | undefined {
  let best: string | undefined;
  let width = -1;
  for (const part of (srcset ?? "").split(/,\s+|,(?=(?:https?:)?\/\/)/)) {
    const [url, size] = part.trim().split(/\s+/);
    const wide = Number.parseFloat(size ?? "1") || 1;
    if (url !== undefined && url !== "" && wide > width) [best, width] = [url, wide];
  }
  return best;
}

/** What scripts that load pictures late call the address of the picture itself. */
const LATE = /^data-(?:[\w-]*-)?(?:src|original|image|img|url|hi-?res|full|large)(?:-[\w-]*)?$/;
/** Where a page keeps a picture for readers without scripts; see `pruneNoise`. */
export const UNSCRIPTED = "data-unscripted-src";

/** The widest form of a picture that its element, or the sources beside it, tell of. */
function addressOf(image: Element, sources: readonly Element[], base: string | undefined): string | undefined {
  const { attribs } = image;
  const src = attribs.src ?? "";
  if (RASTER.test(src) && src.length >= MIN_DATA) return src.trim();
  const late = Object.entries(attribs).flatMap(([name, value]) => (LATE.test(name) ? [value.trim()] : []));
  const candidates = [
    widestOf(attribs["data-srcset"] ?? attribs["data-lazy-srcset"]),
    widestOf(attribs.srcset),
    attribs[UNSCRIPTED],
    ...late.filter((value) => /^(?:https?:)?\/|\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/i.test(value)),
    ...sources.map((source) => widestOf(source.attribs.srcset ?? source.attribs["data-srcset"])),
    src,
  ];
  for (const candidate of candidates) {
    if (candidate === undefined || candidate === "" || /^data:/i.test(candidate.trim())) continue;
    const url = absoluteUrl(candidate, base);
    if (url !== undefined && !url.startsWith("mailto:")) return url;
  }
  return undefined;
}

function isTiny(image: Element): boolean {
  return ["width", "height"].some((name) => {
    const size = Number.parseInt(image.attribs[name] ?? "", 10);
    return size > 0 && size < MIN_PIXELS;
  });
}

/** Caption and credit of a figure. */
export function wordsOfFigure(figure: Element): { caption?: string; credit?: string } {
  const captionElement =
    findElement(figure.children, (element) => element.name === "figcaption") ??
    findElement(figure.children, (element) =>
      /caption|bildunterschrift|legende\b|pie-?foto|image-?text/.test(namesOf(element)),
    );
  const scope = captionElement ?? figure;
  const isCredit = (element: Element): boolean =>
    /^(?:copyrightHolder|creditText|copyrightNotice|author|creator)$/.test(element.attribs.itemprop ?? "") ||
    CREDIT_NAME.test(namesOf(element)) ||
    element.name === "cite";
  const creditElement = findElement(figure.children, isCredit);
  const creditText = creditElement === undefined ? "" : textOf(creditElement);
  let caption = captionElement === undefined ? "" : textOf(captionElement);
  let credit = creditText.length > 0 && creditText.length < 120 ? bareCredit(creditText) : "";
  if (
    creditElement !== undefined &&
    credit !== "" &&
    findElement(scope.children, (element) => element === creditElement)
  ) {
    const at = caption.lastIndexOf(creditText);
    if (at >= 0) caption = (caption.slice(0, at) + caption.slice(at + creditText.length)).trim();
  }
  const split = splitCredit(caption);
  caption = split.caption.replace(/[\s|–—(-]+$/, "").replace(CREDIT_LABEL, (label) => (caption === label ? "" : label));
  if (credit === "") credit = split.credit ?? "";
  return { ...(caption === "" ? {} : { caption }), ...(credit === "" ? {} : { credit }) };
}

/**
 * Reads the picture that an element is; undefined where it is something else. A figure without a usable picture and
 * without text of its own (a film, a chart) answers with no `url`.
 */
export function readPicture(element: Element, base: string | undefined): HtmlPicture | undefined {
  if (!/^(?:figure|picture|img|amp-img)$/.test(element.name)) return undefined;
  const isImage = (candidate: Element): boolean => candidate.name === "img" || candidate.name === "amp-img";
  if (element.name === "figure") {
    if (!isPictureFigure(element)) return undefined;
  }
  const image = isImage(element) ? element : findElement(element.children, isImage);
  if (image === undefined || isTiny(image)) return {};
  const parent = image.parent;
  const sources =
    parent !== null && "name" in parent && parent.name === "picture"
      ? findElements(parent.children, (child) => child.name === "source")
      : [];
  const url = addressOf(image, sources, base);
  const alt = plainLine(image.attribs.alt ?? "");
  const words = element.name === "figure" ? wordsOfFigure(element) : {};
  return { ...(url === undefined ? {} : { url }), ...(alt === "" ? {} : { alt }), ...words };
}

const MAX_FIGURE_TEXT = 900;

/** Whether a figure is a picture or a film with its words, rather than a table, a quotation or a run of text. */
export function isPictureFigure(figure: Element): boolean {
  if (findElement(figure.children, (child) => /^(?:table|blockquote|pre|figure)$/.test(child.name)) !== undefined)
    return false;
  // Several pictures are a gallery, each with its own words.
  const shown = findElements(figure.children, (child) => child.name === "img" && (child.attribs.src ?? "") !== "");
  if (new Set(shown.map((image) => image.attribs.alt ?? "")).size > 1 && shown.length > 1) return false;
  return textOf(figure).length < MAX_FIGURE_TEXT;
}
