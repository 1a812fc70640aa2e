/** JSON from outside: read with limits, looked into without trust. */
import { decodeText } from "./text/decode-text.ts";
import { IntakeError } from "./intake-error.ts";

/** Characters of a document. */
export const JSON_LENGTH = 32_000_000;
/** Values of a document: each takes some fifty bytes. Real exports of 60 MB have a million. */
const JSON_VALUES = 3_000_000;
/** Lists and objects within each other. */
export const JSON_DEPTH = 64;

/** An object from outside: nothing is known of its values. */
export type JsonObject = Readonly<Record<string, unknown>>;

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** Refuses what is nested too deep, or holds too many values, before it is parsed: the parser itself has no such limit, and its memory does not either. */
function refuseShape(text: string, limit: number): void {
  let depth = 0;
  let values = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      values++;
      if (++depth > limit) {
        throw new IntakeError(
          `lists and objects nested more than ${limit} deep`,
          "no news format does this; ask the sender what it is",
          lineAt(text, index),
        );
      }
    } else if (code === 0x5d || code === 0x7d) depth--;
    else if (code === 0x2c && ++values > JSON_VALUES) {
      throw new IntakeError(`more than ${JSON_VALUES / 1_000_000} million values in one document`, "split it");
    }
  }
}

/** Reads a JSON document from text, or from bytes in UTF-8 or UTF-16. */
export function parseJson(
  input: string | Uint8Array,
  limits: { readonly length?: number; readonly depth?: number } = {},
): unknown {
  const text = decodeText(input, limits.length ?? JSON_LENGTH).replace(/^\uFEFF/, "");
  refuseShape(text, limits.depth ?? JSON_DEPTH);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    throw new IntakeError(
      `this is no JSON: ${message.replace(/\s+/g, " ").slice(0, 120)}`,
      "ask for a copy that is, or mend it there",
      position === undefined ? undefined : lineAt(text, Number(position)),
    );
  }
}

/** The value as an object, if it is one and no list. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

/** The value as a list; anything else is an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text, trimmed; numbers are printed. Undefined for anything else and for nothing but blanks. */
export function asText(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  return text === "" ? undefined : text;
}
