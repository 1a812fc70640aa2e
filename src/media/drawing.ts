/**
 * Reads a drawing (SVG) and writes it anew of what a drawing may be made of. It is published as a file of its own, where no
 * page's policy holds what it runs or loads, so nothing of the original's bytes is trusted.
 */
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import { escapeText } from "../html.ts";
import { DRAWING_ATTRIBUTES, DRAWING_ELEMENTS, faultInStyle, isOwnReference } from "./drawing-rules.ts";

export interface Drawing {
  readonly text: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why a drawing is not published, in words that stand after "it is a drawing with". */
export class DrawingFault extends Error {}

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
/** What these hold is shown or run in a page, so a drawing that has any is refused; what programs note for themselves is left out. */
const SHOWN = new Set(["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", ""]);
/** Attributes that no style is read from. */
const NAMES = new Set(["id", "class", "role", "lang"]);
/** Elements drawn at most, with what `use` repeats. */
const MOST_DRAWN = 100_000;
const DEEPEST = 200;

/** @throws {DrawingFault} where it is no drawing, or one that runs, loads or hides something */
export function readDrawing(content: Uint8Array): Drawing {
  const text = decode(content);
  const writer = new DrawingWriter();
  const parser = new SaxesParser({ xmlns: true });
  const fault = (words: string): never => {
    throw new DrawingFault(`${words} in line ${parser.line}`);
  };
  parser.on("error", ({ message }) => fault(`a fault (${message.replace(/^\d+:\d+: /, "")})`));
  parser.on("doctype", (type) => {
    if (type.includes("[")) fault("definitions of its own (<!DOCTYPE … [)");
  });
  parser.on("processinginstruction", ({ target }) => {
    if (writer.isWriting) fault(`an instruction (<?${target} … ?>)`);
  });
  parser.on("opentag", (tag) => writer.open(tag, fault));
  parser.on("closetag", () => writer.close(fault));
  parser.on("text", (words) => writer.write(words));
  parser.on("cdata", (words) => writer.write(words));
  parser.write(text).close();
  return writer.end();
}

function decode(content: Uint8Array): string {
  const [first, second] = content;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    throw new DrawingFault("letters that are not UTF-8");
  }
}

type Fault = (words: string) => never;

class DrawingWriter {
  readonly #parts: string[] = [];
  /** Names of open elements; undefined for those that are left out. */
  readonly #open: (string | undefined)[] = [];
  readonly #counts = new UseCount();
  #size: { readonly width: number; readonly height: number } | undefined;
  #style = "";
  open(tag: SaxesTagNS, fault: Fault): void {
    if (this.#open.length > DEEPEST) fault(`elements more than ${DEEPEST} deep`);
    const inner = this.#open.length > 0;
    if (!inner && (tag.uri !== SVG || tag.local !== "svg")) fault("no <svg> as its outermost element");
    const leftOut =
      (inner && this.#open.at(-1) === undefined) ||
      (tag.uri !== SVG && !SHOWN.has(tag.uri)) ||
      tag.local === "metadata";
    if (leftOut) {
      this.#open.push(undefined);
      return;
    }
    if (tag.uri !== SVG || !DRAWING_ELEMENTS.has(tag.local)) fault(`<${tag.name}>`);
    const attributes = Object.values(tag.attributes).flatMap((attribute) => readAttribute(tag.local, attribute, fault));
    if (!inner) this.#size = sizeOf(new Map(attributes));
    this.#counts.open(new Map(attributes));
    const written = attributes.map(([name, value]) => ` ${name}="${escapeText(value)}"`).join("");
    this.#parts.push(`<${tag.local}${inner ? "" : ` xmlns="${SVG}"`}${written}>`);
    this.#open.push(tag.local);
  }
  close(fault: Fault): void {
    const name = this.#open.pop();
    if (name === undefined) return;
    const found = name === "style" ? faultInStyle(this.#style) : undefined;
    if (found !== undefined) fault(`${found} in its style`);
    this.#counts.close();
    this.#parts.push(`</${name}>`);
  }
  write(text: string): void {
    const name = this.#open.at(-1);
    if (name === undefined) return;
    if (name === "style") this.#style += text;
    this.#parts.push(escapeText(text));
  }
  /** Whether what is read now goes into the drawing. */
  get isWriting(): boolean {
    return this.#open.length === 0 || this.#open.at(-1) !== undefined;
  }
  end(): Drawing {
    if (this.#size === undefined) throw new DrawingFault("no width and height, and no viewBox");
    if (this.#counts.drawn > MOST_DRAWN) throw new DrawingFault(`more than ${MOST_DRAWN} elements to draw`);
    return { text: `${this.#parts.join("")}\n`, ...this.#size };
  }
}

/** The attribute as it is written; nothing where a program noted it for itself. */
function readAttribute(element: string, attribute: SaxesAttributeNS, fault: Fault): [string, string][] {
  const { prefix, local, uri, value, name } = attribute;
  if (name === "xmlns" || prefix === "xmlns") return [];
  if (name === "xml:space" || name === "xml:lang") return [[name, value]];
  const isLink = local === "href" && (uri === XLINK || uri === "");
  if (uri !== "" && !isLink) return [];
  if (/^on/i.test(local)) fault(`a script (${name})`);
  if (isLink && !isOwnReference(value)) fault(`an address outside of it (${name}="${value.slice(0, 40)}")`);
  if (isLink && element !== "image" && !value.trim().startsWith("#")) fault(`an address outside of it (${name})`);
  if (local.startsWith("aria-")) return [[local, value]];
  if (local.startsWith("data-") || !DRAWING_ATTRIBUTES.has(local)) return [];
  const found = isLink || NAMES.has(local) ? undefined : faultInStyle(value);
  if (found !== undefined) fault(`${found} in ${name}`);
  return [[local, value]];
}

/** Pixels in each unit; see CSS Values 4, absolute lengths, with letters of 16 pixels. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  ex: 8,
};

function sizeOf(attributes: ReadonlyMap<string, string>): { width: number; height: number } | undefined {
  const [, , boxWidth = 0, boxHeight = 0] = (attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined;
  const width = pixelsOf(attributes.get("width"));
  const height = pixelsOf(attributes.get("height"));
  if (width !== undefined && height !== undefined) return { width, height };
  if (ratio === undefined) return undefined;
  if (width !== undefined) return { width, height: width / ratio };
  return height === undefined ? { width: boxWidth, height: boxHeight } : { width: height * ratio, height };
}

function pixelsOf(length = ""): number | undefined {
  const [, number = "", unit = ""] = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length) ?? [];
  const pixels = Number(number) * (UNITS[unit.toLowerCase()] ?? 0);
  return pixels > 0 && Number.isFinite(pixels) ? pixels : undefined;
}

interface Counted {
  readonly id: string | undefined;
  own: number;
  readonly uses: string[];
}

/** How many elements are drawn when each `use` is written out: ten levels of ten are ten thousand million. */
class UseCount {
  readonly #open: Counted[] = [{ id: undefined, own: 0, uses: [] }];
  readonly #byId = new Map<string, Counted>();
  readonly #known = new Map<Counted, number>();
  open(attributes: ReadonlyMap<string, string>): void {
    const reference = attributes.get("href")?.trim();
    const counted: Counted = {
      id: attributes.get("id"),
      own: 1,
      uses: reference?.startsWith("#") === true ? [reference.slice(1)] : [],
    };
    this.#open.push(counted);
  }
  close(): void {
    const counted = this.#open.pop();
    const outer = this.#open.at(-1);
    if (counted === undefined || outer === undefined) return;
    if (counted.id !== undefined) this.#byId.set(counted.id, counted);
    outer.own += counted.own;
    for (const use of counted.uses) outer.uses.push(use);
  }
  get drawn(): number {
    const [all] = this.#open;
    return all === undefined ? 0 : this.#count(all);
  }
  #count(counted: Counted): number {
    const known = this.#known.get(counted);
    if (known !== undefined) return known;
    // One that uses itself is an error in which browsers draw nothing.
    this.#known.set(counted, 0);
    let sum = counted.own;
    for (const id of counted.uses) {
      const used = this.#byId.get(id);
      if (used !== undefined) sum += this.#count(used);
      if (sum > MOST_DRAWN) break;
    }
    this.#known.set(counted, sum);
    return sum;
  }
}
