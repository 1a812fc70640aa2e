/** A file of the index: a classic script that hands its data to the page, since no other data can be read from file://. */
import type { SearchFile } from "./search-document.ts";

/** `key` is the address below `search/` without `.js`; `data` is anything that JSON can say. */
export function scriptFile(key: string, data: unknown): SearchFile {
  return { address: `search/${key}.js`, text: `dateline.search(${JSON.stringify(key)},${JSON.stringify(data)});\n` };
}

/**
 * Loads what every search in the page's language needs first and keeps it for the page's own script, which may still be on
 * its way; where that was first, it loads them itself. It stands in the file as it is.
 */
const LOAD_EARLY = `((dateline)=>{
if(typeof document==="undefined"||!document.currentScript||dateline.search)return;
const {segments,stemmers}=dateline.searchRoot,files=dateline.searchFiles=new Map();
dateline.search=(key,data)=>files.set(key,data);
const base=(lang)=>lang.toLowerCase().split("-")[0],own=base(document.documentElement.lang),from=document.currentScript.src;
const needed=segments.filter(({lang})=>base(lang)===own).flatMap(({name,lang})=>[name+"/head",stemmers[lang]]);
for(const key of new Set(needed))if(key){
const script=document.createElement("script"),end=()=>script.remove();
document.head.append(Object.assign(script,{src:new URL(key+".js",from).href,onload:end,onerror:end}));
}})(window.dateline);
`;

/** The first file of the index. It stands in the search page itself and may run before the page's script, so it waits for it. */
export function rootFile(data: unknown): SearchFile {
  return {
    address: "search/index.js",
    text: `window.dateline=Object.assign(window.dateline||{},{searchRoot:${JSON.stringify(data)}});\n${LOAD_EARLY}`,
  };
}
