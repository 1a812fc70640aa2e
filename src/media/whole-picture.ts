/** Whether a picture is there to its end, read without decoding it: most damaged pictures are the first part of one. */
import type { PictureType } from "./picture-type.ts";

/** Some programs write a few bytes after the end. */
const AFTER = 64 * 1024;

/** True where the file ends as its type does. */
export function isWhole(content: Buffer, type: PictureType): boolean {
  const tail = content.subarray(Math.max(0, content.length - AFTER));
  switch (type) {
    case "jpeg":
      return tail.lastIndexOf(Buffer.from([0xff, 0xd9])) >= 0;
    case "png":
      return tail.includes("IEND");
    case "webp":
      return content.length >= content.readUInt32LE(4) + 8;
    case "gif":
      return tail.includes(0x3b);
    case "svg":
      return /<\/(?:\w+:)?svg\s*>|<(?:\w+:)?svg[^>]*\/>/.test(content.toString("utf8"));
    case "avif":
      return true;
  }
}
