/**
 * What `import … from "dateline"` gives: Eleventy's configuration of a newsroom, and what its own components are made with.
 * The house's components are at `dateline/components/<name>`.
 */
// Who imports this finds those declarations by it; an import would leave none behind.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./build/eleventy.d.ts" preserve="true" />
import type { UserConfig } from "@11ty/eleventy";
import { DIR } from "./newsroom/eleventy-folders.ts";

export type { UserConfig } from "@11ty/eleventy";
export { attribute, type Hole, type Html, html, htmlInPieces, raw } from "./html.ts";
export { type Words, wordsOf } from "./components/words.ts";
export type * from "./edition/views.ts";

/** The house is loaded only where Eleventy is run by itself: a build has it, and components need none of it. */
async function configure(config: UserConfig): Promise<{ readonly dir: Readonly<Record<keyof typeof DIR, string>> }> {
  const { configureEleventy } = await import("./build/eleventy-config.ts");
  return configureEleventy(config);
}

/**
 * For `.eleventy.ts`: `export default dateline`; or `return dateline(config)` after the newsroom's own settings; or
 * `config.addPlugin(dateline)` beside `export const config = { dir: dateline.dir }`.
 */
const dateline = Object.assign(configure, { dir: DIR });
export default dateline;
