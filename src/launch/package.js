/** What `import dateline from "dateline"` gives: the plugin for Eleventy, and what a newsroom's own templates are written with. */
import { readyCode } from "./code.js";
import { load } from "./load.js";

/** @typedef {(name: string) => typeof import("../dateline.ts")} Code */

/** The code of the house that runs, where one does: there is one `Html` in a process. */
const running = /** @type {Code | undefined} */ (Reflect.get(globalThis, Symbol.for("dateline.code")));
const code = running ?? /** @type {Code} */ (/** @type {unknown} */ (load(await readyCode(), "eleventy")));
const house = code("src/dateline.ts");

export default house.default;
export const { attribute, html, htmlInPieces, raw, wordsOf } = house;
