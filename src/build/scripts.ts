/** Scripts for readers: bundled by esbuild into one classic script each, which runs from any host and from file://. */
import { fileURLToPath } from "node:url";
import { hashContent } from "../content-hash.ts";

/** A script as it is published. */
export interface BundledScript {
  /** Site-relative: `assets/search-1a2b3c4d.js`; the eight hex digits are of the text's SHA-256. */
  readonly name: string;
  readonly text: string;
}

const BROWSER_FOLDER = fileURLToPath(new URL("../browser/", import.meta.url));

/**
 * Scripts of which nearly all runs at once, with a reader waiting. Browsers that know the comment (Chromium since 136) compile
 * such a script whole while it is loaded, beside the page's own work; others read over it.
 */
const RUNS_WHOLE: Readonly<Record<string, string>> = { search: "//# allFunctionsCalledOnLoad" };

/**
 * Bundles `src/browser/<entry>.ts` with all it imports: minified, an immediately invoked function, ASCII only, without a
 * source map. The same sources give the same bytes. Rejects with esbuild's own message where a source does not compile.
 */
export async function bundleScript(entry: string): Promise<BundledScript> {
  // A republish bundles nothing.
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [`${BROWSER_FOLDER}${entry}.ts`],
    absWorkingDir: BROWSER_FOLDER,
    banner: { js: RUNS_WHOLE[entry] ?? "" },
    bundle: true,
    charset: "ascii",
    format: "iife",
    legalComments: "none",
    logLevel: "silent",
    minify: true,
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    write: false,
  });
  const text = result.outputFiles[0]?.text ?? "";
  return { name: `assets/${entry}-${hashContent(text)}.js`, text };
}
