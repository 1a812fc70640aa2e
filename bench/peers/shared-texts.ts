/** The texts that Dateline's pages carry word for word, put into a peer's folder so that its pages carry them, too. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BEGIN } from "../../src/components/page-frame.ts";
import { SHORT_STYLE } from "../../src/components/short-page.ts";
import { stylesFor } from "../../src/styles/styles.ts";

/** Writes the stylesheets of articles, lists, the front page and short links, and the script that runs before the first paint. */
export function writeSharedTexts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const kind of ["article", "list", "front"] as const) writeFileSync(join(folder, `${kind}.css`), stylesFor(kind));
  writeFileSync(join(folder, "short.css"), SHORT_STYLE);
  writeFileSync(join(folder, "begin.js"), BEGIN);
}
