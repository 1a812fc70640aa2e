/** Changes to the text of packages as they are compiled in. Each must find what it changes: a package that has changed is told, not passed over. */
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Patch
 * @property {RegExp} file which file of which package
 * @property {string | RegExp} found
 * @property {string} instead
 * @property {string} why
 */

/** @type {readonly Patch[]} */
export const PATCHES = [
  {
    file: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/,
    found: /function _defineProperty\((\w), (\w), (\w)\) \{[^]*?\n\}/,
    instead: "function _defineProperty($1, $2, $3) { $1[$2] = $3; return $1; }",
    why: "it defines each field of each token by a helper for old browsers, which takes a tenth of the time to draw a text",
  },
  {
    file: /@11ty[\\/]eleventy[\\/]src[\\/]Util[\\/]Require\.js$/,
    found: "import(urlPath)",
    instead: "importModule(urlPath)",
    why: "it is how Eleventy loads its configuration and its templates, and a script that is run as ours is cannot import",
  },
];

/** Thrown where a package no longer has the text that is to be changed. */
export class PatchError extends Error {}

/**
 * A package's text, changed.
 * @param {string} path
 * @param {string} text
 */
export function patch(path, text) {
  let patched = text;
  for (const { file, found, instead, why } of PATCHES) {
    if (!file.test(path)) continue;
    const after = patched.replace(found, instead);
    if (after === patched)
      throw new PatchError(
        `${path} has no ${found}, which src/launch/patches.js changes (${why}): look at the package's new version`,
      );
    patched = after;
  }
  return patched;
}

/**
 * A module's text told the place of its source, since a script has none.
 * @param {string} path
 * @param {string} text
 */
export function placeModule(path, text) {
  return text
    .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
    .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)));
}

/**
 * The same program in ASCII alone, which takes half the memory and no decoding. The compiler itself leaves regular
 * expressions as they are. Lines stay where they were.
 * @param {string} text
 */
export function toAscii(text) {
  return text.replace(/\\[^]|[^\x00-\x7f]/g, (piece) => {
    const unit = piece.charCodeAt(piece.length - 1);
    return unit < 0x80 ? piece : `\\u${unit.toString(16).padStart(4, "0")}`;
  });
}
