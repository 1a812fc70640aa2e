/** Bytes of a document that names its encoding, or does not, into text. */
import { IntakeError } from "../intake-error.ts";

const MARKS: readonly { readonly bytes: readonly number[]; readonly label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: "utf-8" },
  { bytes: [0xff, 0xfe], label: "utf-16le" },
  { bytes: [0xfe, 0xff], label: "utf-16be" },
];

/** UTF-16 without a mark shows in the zero bytes of its first, ASCII, characters. */
function labelOf(bytes: Uint8Array, declaration: RegExp | undefined): string | undefined {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked.label;
  if (bytes.length > 1 && bytes[0] === 0 && bytes[1] !== 0) return "utf-16be";
  if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0) return "utf-16le";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400));
  return declaration === undefined ? undefined : declaration.exec(head)?.[1];
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new IntakeError(`the encoding ${label} is not known`, "convert the file to UTF-8");
  }
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  const decoder = decoderFor(label);
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Throws for a document of more characters or bytes than `limit`. */
export function refuseLong({ length }: { readonly length: number }, limit: number): void {
  if (length <= limit) return;
  throw new IntakeError(
    `${Math.round(length / 1_000_000)} million characters in one document`,
    `no news item is that long; give a file below ${Math.round(limit / 1_000_000)} MB, or split it`,
  );
}

/**
 * Text as it is; bytes by their byte order mark, else by what `declaration`, tried on their head, captures, else as
 * UTF-8. `fallback` is taken for bytes that are no UTF-8 and name no encoding. Throws above `limit` characters, before
 * anything is decoded.
 */
export function decodeText(
  input: string | Uint8Array,
  limit: number,
  declaration?: RegExp,
  fallback?: "windows-1252",
): string {
  refuseLong(input, limit);
  if (typeof input === "string") return input;
  const label = labelOf(input, declaration);
  const text = decode(input, label ?? "utf-8") ?? (fallback === undefined ? undefined : decode(input, fallback));
  if (text !== undefined) return text;
  throw new IntakeError(
    `the bytes are not ${label ?? "UTF-8"}${label === undefined ? ", and no encoding is declared" : " as declared"}`,
    "convert the file to UTF-8",
  );
}
