/** Paths below `media/` as editors write them in texts and front matter. */

const FOLDER = /^(?:\/|(?:\.{1,2}\/)*)media\//;

/** A path without what stands for other characters in it (`%20`); as it is where it cannot be decoded. */
export function decodePath(written: string): string {
  if (!written.includes("%")) return written;
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** `../media/2021/x.jpg` and `/media/2021/x.jpg` as the path below `media/` that they mean; any other path as it is. */
export function belowMedia(written: string): string {
  return written.replace(FOLDER, "");
}
