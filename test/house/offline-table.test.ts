/** The table of `docs/offline.md` says which test stands behind each way of reading; it may name none that there is not. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";

const HOUSE = resolve(import.meta.dirname, "../..");

/** Titles of the tests in browsers and of packages; those of hosts are put together from the list of hosts. */
function readTitles(): Set<string> {
  const titles = ["browser", "package"].flatMap((folder) =>
    readdirSync(join(HOUSE, "test", folder))
      .filter((name) => name.endsWith(".test.ts"))
      .flatMap((name) => {
        const text = readFileSync(join(HOUSE, "test", folder, name), "utf8");
        const plain = [...text.matchAll(/\btest\(\s*"([^"]+)",/g)].map(([, title = ""]) => title);
        const hosts = [...text.matchAll(/^ {2}\["([^"]+)", "(?:plain|strip-html|exact)"/gm)];
        return [...plain, ...hosts.map(([, words]) => `from ${words}`)];
      }),
  );
  return new Set(titles);
}

test("every cell of the table in docs/offline.md names tests that there are, or says –", () => {
  const page = readFileSync(join(HOUSE, "docs/offline.md"), "utf8");
  const table = page
    .slice(page.indexOf("## What is tested where"))
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const cells = table.slice(1).flatMap((line) =>
    line
      .split("|")
      .slice(2, -1)
      .map((cell) => cell.trim()),
  );
  assert.ok(cells.length >= 60);
  const titles = readTitles();
  const unknown = cells.flatMap((cell) => {
    if (cell === "–") return [];
    const named = [...cell.matchAll(/\*([^*]+)\*/g)].map(([, title = ""]) => title);
    return named.length === 0 ? [cell] : named.filter((title) => !titles.has(title));
  });
  assert.deepEqual(unknown, []);
});
