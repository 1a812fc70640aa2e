/**
 * Text that was decoded wrongly once: UTF-8 read as a one-byte encoding, so that `é` stands as `Ã©` and `’` as `â€™`.
 * A run of such characters is turned back into bytes; where these are well-formed UTF-8 it is mended. Longer text is
 * the surer witness: Cyrillic runs, which can occur in honest text, are mended only where they are many.
 */
import iconv from "iconv-lite";

interface Misreading {
  readonly encoding: string;
  /** Character → byte, for the bytes from 0x80. */
  readonly bytes: ReadonlyMap<string, number>;
  /** The first two characters of any such sequence: a text without a pair is sound. */
  readonly pair: RegExp;
  /** A whole run of what UTF-8 sequences look like in this encoding. */
  readonly sequences: RegExp;
  /** Sequences that must stand in a text before it is believed to be broken. */
  readonly enough: number;
}

const escaped = (character: string) => character.replace(/[\]\\^-]/g, "\\$&");

function misreading(encoding: string, enough: number): Misreading {
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    const character = iconv.decode(Buffer.from([byte]), encoding);
    // What an encoding leaves undefined, decoders of the web hand on as the control character of that number.
    bytes.set(character === "\ufffd" ? String.fromCharCode(byte) : character, byte);
    if (byte < 0xa0) bytes.set(String.fromCharCode(byte), byte);
  }
  const within = (low: number, high: number) =>
    `[${[...bytes]
      .filter(([, byte]) => byte >= low && byte <= high)
      .map(([character]) => escaped(character))
      .join("")}]`;
  const rest = within(0x80, 0xbf);
  const sequences = `${within(0xc2, 0xdf)}${rest}|${within(0xe0, 0xef)}${rest}{2}|${within(0xf0, 0xf4)}${rest}{3}`;
  const pair = new RegExp(`${within(0xc2, 0xf4)}${rest}`);
  return { encoding, bytes, pair, sequences: new RegExp(`(?:${sequences})+`, "g"), enough };
}

let known: readonly Misreading[] | undefined;
const misreadings = () =>
  (known ??= [
    misreading("windows-1252", 1),
    misreading("windows-1250", 2),
    misreading("windows-1251", 3),
    misreading("koi8-r", 3),
    misreading("iso-8859-5", 3),
    misreading("macintosh", 2),
  ]);

function decodeRun(run: string, { bytes }: Misreading): string | undefined {
  const buffer = new Uint8Array(run.length);
  for (let index = 0; index < run.length; index++) {
    const byte = bytes.get(run[index] ?? "");
    if (byte === undefined) return undefined;
    buffer[index] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer);
  } catch {
    return undefined;
  }
}

/** Letters and signs that newspapers print; a run that turns into others was honest text. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{Sc}\p{So}\p{Sm}\p{Sk}\u200b-\u200f\ufeff]+$/u;

interface Attempt {
  readonly text: string;
  readonly mended: number;
  readonly encoding: string;
}

function attempt(text: string, reading: Misreading): Attempt {
  let mended = 0;
  let replaced = text.replace(reading.sequences, (run) => {
    const decoded = decodeRun(run, reading);
    if (decoded === undefined || !PRINTABLE.test(decoded)) return run;
    mended += [...decoded].length;
    return decoded;
  });
  if (mended > 0 && reading.encoding === "windows-1252") {
    // Bytes 0x9D and 0xA0 are often lost on the way: `â€` before a space or an end was ”, `Ã` before a space was à.
    replaced = replaced
      .replace(/â€(?:\ufffd|(?=[\s.,;:!?)]|$))/g, "”")
      .replace(/Ã (?=\s|\p{L})/gu, "à ")
      .replace(/Â (?=\s)/g, "\u00a0");
  }
  return { text: replaced, mended, encoding: reading.encoding };
}

/** A misread text has far more of the characters of its encoding in sequences than outside them. */
function believable(text: string, { mended }: Attempt, reading: Misreading): boolean {
  if (mended < reading.enough) return false;
  if (reading.enough < 3) return true;
  let outside = 0;
  for (const character of text.replace(reading.sequences, "")) if (/[\u0400-\u04ff]/.test(character)) outside++;
  return outside * 4 <= mended;
}

/** The text mended, with one note where anything was; twice at most, for text that went wrong twice. */
export function mendMojibake(text: string): { readonly text: string; readonly notes: readonly string[] } {
  if (/^[\u0000-\u007f]*$/.test(text)) return { text, notes: [] };
  let current = text;
  let total = 0;
  let misread = "";
  for (let round = 0; round < 2; round++) {
    let best: Attempt | undefined;
    for (const reading of misreadings()) {
      if (!reading.pair.test(current)) continue;
      const tried = attempt(current, reading);
      if (believable(current, tried, reading) && tried.mended > (best?.mended ?? 0)) best = tried;
    }
    if (best === undefined) break;
    current = best.text;
    total += best.mended;
    misread ||= best.encoding;
  }
  if (total === 0) return { text, notes: [] };
  const many = total === 1 ? "1 character" : `${total} characters`;
  return { text: current, notes: [`${many} had been decoded as ${misread} once before; they were mended.`] };
}
