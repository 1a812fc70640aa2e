/** A key of the code that draws a kind of page: its template and all that it imports, so that a change there draws its pages again. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { foldKeys, keyOf } from "../archive/key.ts";
import { KEPT_WITH_CODE } from "../newsroom/folders.ts";
import { standInsFor } from "../newsroom/stand-ins.ts";

const IMPORT = /^(?:import|export)\b[^"';]*?from\s*"(\.{1,2}\/[^"]+)"|^import\s*"(\.{1,2}\/[^"]+)"/gm;

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
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // The next process reads the sources again.
    }
  });
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;
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

/** The versions of the packages that shape a page's bytes. */
export function packagesKey(root: string): number {
  const lock: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return keyOf(
    JSON.stringify(typeof lock === "object" && lock !== null && "dependencies" in lock ? lock.dependencies : {}),
  );
}
