/** What lies in the content folder, when the launcher's thread has begun to look while the code was loaded. */
import {
  type ContentPart,
  type Contents,
  claimParts,
  findContents,
  type FoundContents,
  joinContents,
} from "../archive/content-folder.ts";

/** What the thread says first: a search that others may join. */
export interface SharedSearch {
  readonly content: string;
  readonly parts: readonly ContentPart[];
  /** Parts that somebody took, in shared memory. */
  readonly taken: Int32Array;
}

/** Left by `cli/dateline.js`: all that the thread says, `SharedSearch`, then `FoundContents`, each as the only argument of its event. */
const THREAD = Symbol.for("dateline.contents");

/** Joins the search of the thread; gives what both found. Undefined where no thread looks through this folder, or where it failed. */
export async function joinSearch(content: string): Promise<Contents | undefined> {
  const said = Reflect.get(globalThis, THREAD) as AsyncIterator<[unknown]> | undefined;
  Reflect.deleteProperty(globalThis, THREAD);
  try {
    const search = (await said?.next())?.value?.[0] as SharedSearch | undefined;
    if (search?.content !== content) return undefined;
    const own = findContents(content, claimParts(search.parts, search.taken));
    const others = (await said?.next())?.value?.[0] as FoundContents | undefined;
    return others === undefined ? undefined : joinContents([others, own]);
  } catch {
    // What the thread could not look through, the build cannot either, and says so.
    return undefined;
  }
}
