/** A file of the index: a classic script that hands its data to the page, since no other data can be read from file://. */
import type { SearchFile } from "./search-document.ts";

/** `key` is the address below `search/` without `.js`; `data` is anything that JSON can say. */
export function scriptFile(key: string, data: unknown): SearchFile {
  return { address: `search/${key}.js`, text: `dateline.search(${JSON.stringify(key)},${JSON.stringify(data)});\n` };
}

/**
 * Has the browser fetch what every search in the page's language needs first, while the page's own script is on its way. It
 * stands in the file as it is.
 */
const FETCH_EARLY = `(({searchRoot:{segments,stemmers}})=>{
if(typeof document==="undefined"||!document.currentScript)return;
const base=(lang)=>lang.toLowerCase().split("-")[0],own=base(document.documentElement.lang),from=document.currentScript.src;
const needed=segments.filter(({lang})=>base(lang)===own).flatMap(({name,lang})=>[name+"/head",stemmers[lang]]);
for(const key of new Set(needed))
if(key)document.head.append(Object.assign(document.createElement("link"),{rel:"preload",as:"script",href:new URL(key+".js",from).href}));
})(window.dateline);
`;

/** The first file of the index. It stands in the search page itself and may run before the page's script, so it waits for it. */
export function rootFile(data: unknown): SearchFile {
  return {
    address: "search/index.js",
    text: `window.dateline=Object.assign(window.dateline||{},{searchRoot:${JSON.stringify(data)}});\n${FETCH_EARLY}`,
  };
}
