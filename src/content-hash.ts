/** What stands in the names of files that change with their content, so that a copy is good for ever. */
import { createHash } from "node:crypto";

/** The first eight hexadecimal digits of the SHA-256 of the content. */
export function hashContent(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}
