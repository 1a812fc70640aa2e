/** Loads files of the index: classic scripts that call `dateline.search(key, data)`, the one way that works from file:// too. */
import type { LoadScript } from "../../search/read/payload.ts";

/** What `search/index.js` has taken of the files that it loads by itself; a map of its own where it does not stand in the page. */
function takeOver(): Map<unknown, unknown> {
  const early: unknown = Reflect.get(window.dateline ?? {}, "searchFiles");
  return early instanceof Map ? early : new Map();
}

/** Loader for the index of the site whose root folder is `base` (absolute). Each file is asked for once; failures may be asked again. */
export function createLoader(base: string): LoadScript {
  const handed = takeOver();
  const waiting = new Map<string, (data: unknown) => void>();
  const loading = new Map<string, Promise<unknown>>();
  window.dateline = Object.assign(window.dateline ?? {}, {
    search: (key: string, data: unknown) => {
      handed.set(key, data);
      waiting.get(key)?.(data);
    },
  });
  // `index.js` stands in the page and has run already, or is loaded like the others.
  const take = (key: string): unknown =>
    key === "index" ? Reflect.get(window.dateline, "searchRoot") : handed.get(key);
  const load: LoadScript = (key) =>
    new Promise((resolve, reject) => {
      const known = take(key);
      if (known !== undefined) return resolve(known);
      waiting.set(key, resolve);
      const src = new URL(`search/${key}.js`, base).href;
      const early = document.head.querySelector<HTMLScriptElement>(`script[src="${src}"]`);
      const script = early ?? document.createElement("script");
      const end = (): void => {
        script.remove();
        waiting.delete(key);
        const data = take(key);
        if (data !== undefined) return resolve(data);
        loading.delete(key);
        reject(new Error(`search: could not load search/${key}.js`));
      };
      script.addEventListener("error", end);
      script.addEventListener("load", end);
      if (early !== null) return;
      script.src = src;
      document.head.append(script);
    });
  return (key) => {
    const known = loading.get(key) ?? load(key);
    loading.set(key, known);
    return known;
  };
}
