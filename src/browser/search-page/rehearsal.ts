/**
 * Searches in a made-up index, which load nothing and show nothing. Browsers compile code when it first runs and are slow
 * until it has run some times; a rehearsal takes that upon itself while a page waits for its reader or for its files.
 */
import { searchMadeUp } from "../../search/read/made-up-index.ts";
import type { LoadScript, Root } from "../../search/read/payload.ts";
import { renderHits } from "./hit-list.ts";

/** Rehearsals, after which the code is as quick as it gets; each takes 1 to 5 ms. */
const TIMES = 8;

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve());
    else setTimeout(resolve, 50);
  });
}

/** Rehearses whenever nothing else is to be done, as `searchMadeUp` does. */
export async function rehearseWhenIdle(root: Root, lang: string, load: LoadScript): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    await whenIdle();
    const { hits } = await searchMadeUp(root, lang, load);
    renderHits(hits, { base: location.href, sections: root.sections, lang });
  }
}
