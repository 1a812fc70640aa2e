/**
 * Tells when anything below some folders changes.
 *
 * Node's own recursive watching on Linux follows each file by its inode, so a file that an editor saves by rename is seen
 * once and never again. Here each folder is watched by itself: whatever happens to a file, its folder tells.
 */
import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";

export interface FolderWatch {
  close(): void;
}

/** Elsewhere the system itself watches whole trees, by their paths. */
const BY_FOLDER = process.platform === "linux";
/** Milliseconds after which a folder that was taken away, or put in the place of another, is noticed. */
const LOOK_AGAIN = 1000;

/** Calls `onChange` after each change below one of the folders, often several times for one. `onTrouble` gets what cannot be watched, in words. */
export function watchFolders(
  roots: readonly string[],
  onChange: () => void,
  onTrouble: (words: string) => void,
): FolderWatch {
  const trees = roots.map((root) => new WatchedTree(root, onChange, onTrouble));
  return {
    close() {
      for (const tree of trees) tree.close();
    },
  };
}

class WatchedTree {
  /** By path; a folder of another inode at the same path is another folder. */
  readonly #watched = new Map<string, { readonly inode: number; readonly watcher: FSWatcher }>();
  readonly #timer: NodeJS.Timeout;
  #inTrouble = false;
  readonly #root: string;
  readonly #onChange: () => void;
  readonly #onTrouble: (words: string) => void;
  constructor(root: string, onChange: () => void, onTrouble: (words: string) => void) {
    this.#root = root;
    this.#onChange = onChange;
    this.#onTrouble = onTrouble;
    this.#watchNew(root);
    this.#timer = setInterval(() => this.#lookAtRoot(), LOOK_AGAIN);
    this.#timer.unref();
  }
  close(): void {
    clearInterval(this.#timer);
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }
  #lookAtRoot(): void {
    if (inodeOf(this.#root) === this.#watched.get(this.#root)?.inode) return;
    this.#follow();
    this.#onChange();
  }
  /** Lets go of folders that are no longer there, and watches those that are new. */
  #follow(): void {
    for (const [path, { inode, watcher }] of this.#watched) {
      if (inodeOf(path) === inode) continue;
      watcher.close();
      this.#watched.delete(path);
    }
    this.#watchNew(this.#root);
  }
  /** Watched before it is listed: what is made in between is told by its watcher. */
  #watchNew(folder: string): void {
    const inode = inodeOf(folder);
    if (inode === undefined || (!this.#watched.has(folder) && !this.#watch(folder, inode)) || !BY_FOLDER) return;
    for (const name of foldersIn(folder)) this.#watchNew(join(folder, name));
  }
  #watch(folder: string, inode: number): boolean {
    try {
      const watcher = watch(folder, { recursive: !BY_FOLDER }, (event, name) => {
        if (BY_FOLDER && event === "rename" && (name === null || this.#concernsFolder(folder, name))) this.#follow();
        this.#onChange();
      });
      watcher.on("error", () => watcher.close());
      this.#watched.set(folder, { inode, watcher });
      return true;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // Gone again already.
      if (code === "ENOENT" || code === "ENOTDIR") return false;
      if (!this.#inTrouble) this.#onTrouble(wordsFor(folder, code));
      this.#inTrouble = true;
      return false;
    }
  }
  /** What was renamed is a folder, or was one, or is the watched folder itself, which goes by its own name then. */
  #concernsFolder(folder: string, name: string): boolean {
    const path = join(folder, name);
    return this.#watched.has(path) || inodeOf(path) !== undefined || inodeOf(folder) === undefined;
  }
}

/** Of a folder; undefined where there is none. */
function inodeOf(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() === true ? stat.ino : undefined;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function wordsFor(folder: string, code: unknown): string {
  const why =
    code === "ENOSPC" || code === "EMFILE"
      ? "this system watches no more folders: raise fs.inotify.max_user_watches and max_user_instances"
      : `the system says ${String(code)}`;
  return `Saves in ${folder} are not seen: ${why}, then start again.`;
}
