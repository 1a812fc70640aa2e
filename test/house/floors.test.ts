import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import test from "node:test";

const HOUSE = resolve(import.meta.dirname, "../..");
const SRC = join(HOUSE, "src");

/** The floors of the house from the ground up: a folder imports itself and the floors below its own; see docs/architecture.md. */
const FLOORS: readonly (readonly string[])[] = [
  ["html", "memo", "content-hash", "styles", "launch"],
  ["article", "media"],
  ["newsroom", "intake"],
  ["archive", "output"],
  ["edition", "check"],
  ["components", "feeds", "search"],
  ["pages"],
  ["build"],
  ["package", "preview", "init"],
  ["cli"],
];

/** Where a folder may see less than all floors below. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  media: ["html", "content-hash"],
  intake: ["html", "article", "media"],
  output: [],
  check: ["newsroom", "output"],
  components: ["html", "memo", "article", "newsroom types", "archive types", "edition types"],
  feeds: ["html", "article", "media", "newsroom types", "archive", "edition types"],
  search: ["html", "content-hash", "article", "edition types"],
  browser: ["search/read", "search/text"],
};

function listAllowed(folder: string): readonly string[] {
  const floor = FLOORS.findIndex((names) => names.includes(folder));
  return NARROWER[folder] ?? FLOORS.slice(0, Math.max(0, floor)).flat();
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));
}

/** The relative imports of a file: its target and whether only types come in. */
function importsOf(file: string): { readonly target: string; readonly typeOnly: boolean }[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"/gm)].map(
    ([, type, path]) => ({
      target: relative(SRC, resolve(dirname(file), path ?? "")),
      typeOnly: type !== undefined,
    }),
  );
}

function mayImport(folder: string, target: string, typeOnly: boolean): boolean {
  const other = (target.split("/")[0] ?? "").replace(/\.ts$/, "");
  if (other === folder) return true;
  const allowed = listAllowed(folder);
  return (
    allowed.includes(other) ||
    (typeOnly && allowed.includes(`${other} types`)) ||
    allowed.some((entry) => entry.includes("/") && target.startsWith(`${entry}/`))
  );
}

test("every file imports only from the floors below its own", () => {
  const faults: string[] = [];
  for (const folder of readdirSync(SRC)) {
    if (folder === "content" || !statSync(join(SRC, folder)).isDirectory()) continue;
    assert.ok(folder in NARROWER || FLOORS.flat().includes(folder), `src/${folder} is not a floor of the house`);
    for (const file of sourceFiles(join(SRC, folder))) {
      for (const { target, typeOnly } of importsOf(file)) {
        if (!mayImport(folder, target, typeOnly)) faults.push(`${relative(HOUSE, file)} imports ${target}`);
      }
    }
  }
  assert.deepEqual(faults, []);
});

/** The first circle of imports, those of types too, as the files it leads through; empty where there is none. */
function findCircle(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const look = (file: string, way: readonly string[]): readonly string[] => {
    const begin = way.indexOf(file);
    if (begin >= 0) return [...way.slice(begin), file];
    if (done.has(file)) return [];
    for (const target of imports.get(file) ?? []) {
      const circle = look(target, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = look(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

test("no import of the house leads back to the file it stands in, also of types", () => {
  const files = sourceFiles(SRC).filter((file) => !relative(SRC, file).startsWith("content/"));
  const imports = new Map(files.map((file) => [relative(SRC, file), importsOf(file).map(({ target }) => target)]));
  assert.ok(imports.size > 100);
  assert.deepEqual(findCircle(imports), []);
  assert.deepEqual(
    findCircle(
      new Map([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", ["b"]],
      ]),
    ),
    ["b", "c", "b"],
  );
});

test("the check of the floors sees an import that breaks them", () => {
  assert.equal(mayImport("article", "edition/edition.ts", false), false);
  assert.equal(mayImport("components", "edition/views.ts", true), true);
  assert.equal(mayImport("components", "edition/edition.ts", false), false);
  assert.equal(mayImport("archive", "edition/views.ts", true), false);
  assert.equal(mayImport("output", "check/check-links.ts", false), false);
  assert.equal(mayImport("build", "check/check-links.ts", false), true);
  assert.equal(mayImport("browser", "search/write/segment.ts", false), false);
});

test("html.ts imports nothing and .eleventy.ts is wiring under 60 lines", () => {
  assert.deepEqual(importsOf(join(SRC, "html.ts")), []);
  assert.ok(readFileSync(join(HOUSE, ".eleventy.ts"), "utf8").split("\n").length < 60);
});

test("nothing in the house imports content, and no folder is named after a chest of drawers", () => {
  for (const file of sourceFiles(SRC)) {
    for (const { target } of importsOf(file))
      assert.ok(!target.startsWith("content/"), `${relative(HOUSE, file)} imports content`);
    assert.ok(!/\/(utils?|misc|common|manager)(\/|\.ts$)/.test(file), relative(HOUSE, file));
  }
});
