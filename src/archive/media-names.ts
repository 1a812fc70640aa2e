/** Names of the files below `media/`, found however an editor writes them: with `%20`, in either normal form, from `../media/` or `/media/`. */
import { belowMedia, decodePath } from "../article/media-path.ts";
import { nearest } from "../article/problem.ts";
import { keep } from "../memo.ts";

export class MediaNames {
  readonly #names: ReadonlySet<string>;
  #normal: ReadonlyMap<string, string> | undefined;
  #folded: ReadonlyMap<string, string> | undefined;

  /** Paths below `media/`. */
  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  /** The file that is meant; undefined where there is none. */
  find(written: string): string | undefined {
    if (this.#names.has(written)) return written;
    const candidates = [written, decodePath(written)].flatMap((path) => [path, belowMedia(path)]);
    this.#normal ??= new Map(Array.from(this.#names, (name) => [name.normalize("NFC"), name]));
    for (const candidate of candidates) {
      const found = this.#normal.get(candidate.normalize("NFC"));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The file that an editor may have meant: the same name in another case or folder, or a name that differs by little. */
  guess(written: string): string | undefined {
    const path = belowMedia(decodePath(written)).normalize("NFC");
    const fold = (name: string) =>
      name
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/[\s_-]+/g, "-");
    this.#folded ??= new Map(Array.from(this.#names, (name) => [fold(name), name]));
    const key = fold(path);
    const same = this.#folded.get(key);
    if (same !== undefined) return same;
    const base = key.slice(key.lastIndexOf("/") + 1);
    for (const [folded, name] of this.#folded) if (folded.slice(folded.lastIndexOf("/") + 1) === base) return name;
    const close = this.#folded.size > 5000 ? undefined : nearest(key, [...this.#folded.keys()]);
    return close === undefined ? undefined : this.#folded.get(close);
  }
}

const namesOfSet = keep<ReadonlySet<string>, MediaNames>();

/** The names of a set of files; made once for each set. */
export function mediaNamesOf(names: ReadonlySet<string>): MediaNames {
  return namesOfSet(names, () => new MediaNames(names));
}
