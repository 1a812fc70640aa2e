/** Loads files of the index: classic scripts that call `dateline.search(key, data)`, the one way that works from file:// too. */
import type { LoadScript } from "../../search/read/payload.ts";

/** Loader for the index of the site whose root folder is `base` (absolute). Each file is asked for once; failures may be asked again. */
export function createLoader(base: string): LoadScript {
  const handed = new Map<string, unknown>();
  const loading = new Map<string, Promise<unknown>>();
  window.dateline = Object.assign(window.dateline ?? {}, {
    search: (key: string, data: unknown) => handed.set(key, data),
  });
  // `index.js` stands in the page and has run already, or is loaded like the others.
  const take = (key: string): unknown =>
    key === "index" ? Reflect.get(window.dateline, "searchRoot") : handed.get(key);
  const load: LoadScript = (key) =>
    new Promise((resolve, reject) => {
      const known = take(key);
      if (known !== undefined) return resolve(known);
      const script = document.createElement("script");
      const fail = (): void => {
        script.remove();
        loading.delete(key);
        reject(new Error(`search: could not load search/${key}.js`));
      };
      script.src = new URL(`search/${key}.js`, base).href;
      script.async = true;
      script.addEventListener("error", fail);
      script.addEventListener("load", () => {
        const data = take(key);
        if (data === undefined) return fail();
        script.remove();
        resolve(data);
      });
      document.head.append(script);
    });
  return (key) => {
    const known = loading.get(key) ?? load(key);
    loading.set(key, known);
    return known;
  };
}
