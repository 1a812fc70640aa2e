/** A key of the code that makes something: a module and all that it imports, so that what is kept of it is made again when the code changes. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { foldKeys, keyOf } from "../archive/key.ts";
import { HOUSE, KEPT_WITH_CODE } from "../newsroom/folders.ts";
import { standInsFor } from "../newsroom/stand-ins.ts";

const IMPORT = /^(?:import|export)\b[^"';]*?from\s*"(\.{1,2}\/[^"]+)"|(?:^import\s*|\bimport\()"(\.{1,2}\/[^"]+)"/gm;

interface Source {
  readonly key: number;
  readonly imports: readonly string[];
}

/** Reads each source once, however many templates import it. */
export class CodeKeys {
  readonly #sources = new Map<string, Source>();
  readonly #read: (path: string) => string;

  /** `read` gives a file's text; tests give another. */
  constructor(read: (path: string) => string = (path) => readFileSync(path, "utf8")) {
    this.#read = read;
  }

  #source(path: string): Source {
    let source = this.#sources.get(path);
    if (source === undefined) {
      const text = this.#read(path);
      const imports = [...text.matchAll(IMPORT)].map(([, from, bare]) => resolve(dirname(path), from ?? bare ?? ""));
      source = { key: keyOf(text), imports };
      this.#sources.set(path, source);
    }
    return source;
  }

  /** The key of a file and of all it imports, in whatever order, and of a newsroom's stand-ins for any of them. Stylesheets that a module reads from its own folder count with it. */
  of(path: string, beside: (path: string) => readonly string[] = () => []): number {
    const seen = new Set<string>();
    const standIns = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const imported of [...this.#source(file).imports, ...beside(file)]) visit(imported);
      for (const own of standInsFor(file)) standIns.add(own);
    };
    visit(resolve(path));
    return foldKeys([...[...seen].sort(), ...standIns].map((file) => this.#source(file).key));
  }
}

let shared: CodeKeys | undefined;
let kept: Record<string, number> | undefined;

/** What an earlier process with the same code found; nothing where there is none, or it cannot be read. */
function readKept(): Record<string, number> {
  if (KEPT_WITH_CODE === undefined) return {};
  const file = join(KEPT_WITH_CODE, "keys.json");
  process.once("exit", () => {
    try {
      const text = JSON.stringify(kept);
      writeFileSync(`${file}.${process.pid}`, `${keyOf(text)}\n${text}`);
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // The next process reads the sources again.
    }
  });
  try {
    const [key, text = ""] = readFileSync(file, "utf8").split("\n");
    return key === String(keyOf(text)) ? (JSON.parse(text) as Record<string, number>) : {};
  } catch {
    return {};
  }
}

/** The key of a source of the house as it runs now, and of all it imports. Compiled code keeps them: it is made anew when a source changes. */
export function codeKeyOf(path: string, beside?: (path: string) => readonly string[]): number {
  kept ??= readKept();
  const key = kept[path] ?? (shared ??= new CodeKeys()).of(path, beside);
  kept[path] = key;
  return key;
}

let packages: number | undefined;

/** A key of the versions of the packages that shape what is published. */
export function packagesKey(): number {
  if (packages === undefined) {
    const own: unknown = JSON.parse(readFileSync(join(HOUSE, "package.json"), "utf8"));
    packages = keyOf(
      JSON.stringify(typeof own === "object" && own !== null && "dependencies" in own ? own.dependencies : {}),
    );
  }
  return packages;
}

/**
 * What is kept between builds beside the pages, and the sources that make it, with all that they import. Who keeps something
 * new enters it here.
 */
export const MAKERS = {
  /** What is known of each article from its file. */
  rows: ["src/archive/update-archive.ts"],
  /** Names as they stand in addresses. */
  addresses: ["src/article/slug.ts"],
  /** Sizes and sums of the files below `media/`. */
  measured: ["src/archive/media-index.ts"],
  /** Related articles that the machine chose. */
  chosen: ["src/build/newsroom-load.ts"],
  media: ["src/media/draw-pictures.ts", "src/media/audio.ts", "src/media/media-file.ts"],
  /** What stands on social cards; and how they are drawn. */
  cards: ["src/build/card-files.ts"],
  cardDrawings: ["src/media/cards.ts"],
  icons: ["src/build/shared-files.ts", "src/media/icons.ts"],
  pageScript: ["src/browser/page.ts", "src/build/scripts.ts"],
  searchScript: ["src/browser/search.ts", "src/build/scripts.ts"],
  libraryScript: ["src/browser/library.ts", "src/build/scripts.ts"],
  worker: ["src/browser/worker.ts", "src/build/service-worker.ts"],
  search: ["src/build/search-files.ts"],
  hostFiles: ["src/build/host-files.ts"],
  packages: ["src/build/package-files.ts"],
} as const;
export type Kept = keyof typeof MAKERS;

/** A key of the code that makes something that is kept, and of the packages which that code uses. */
export function makersKey(kept: Kept, keys?: CodeKeys): number {
  const sources = MAKERS[kept].map((path) => join(HOUSE, path));
  return foldKeys([packagesKey(), ...sources.map((path) => keys?.of(path) ?? codeKeyOf(path))]);
}
