/** A file of the index: a classic script that hands its data to the page, since no other data can be read from file://. */
import type { SearchFile } from "./search-document.ts";

/** `key` is the address below `search/` without `.js`; `data` is anything that JSON can say. */
export function scriptFile(key: string, data: unknown): SearchFile {
  return { address: `search/${key}.js`, text: `dateline.search(${JSON.stringify(key)},${JSON.stringify(data)});\n` };
}

/** The first file of the index. It stands in the search page itself and may run before the page's script, so it waits for it. */
export function rootFile(data: unknown): SearchFile {
  return {
    address: "search/index.js",
    text: `window.dateline=Object.assign(window.dateline||{},{searchRoot:${JSON.stringify(data)}});\n`,
  };
}
