/** Golden files: what a part printed when it was last looked at. `UPDATE_GOLDEN=1` writes them anew; look at the difference. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Compares with `fixtures/<name>.html`. */
export function assertGolden(name: string, markup: string): void {
  const file = new URL(`fixtures/${name}.html`, import.meta.url);
  const printed = `${markup.trimEnd()}\n`;
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, printed);
  assert.ok(existsSync(file), `fixtures/${name}.html is missing; run once with UPDATE_GOLDEN=1 and look at it`);
  assert.equal(printed, readFileSync(file, "utf8"));
}
