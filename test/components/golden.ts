/** Golden files: what a part printed when it was last looked at. */
import { join } from "node:path";
import { assertExpected } from "../expected.ts";

/** Compares with `fixtures/<name>.html`. */
export function assertGolden(name: string, markup: string): void {
  assertExpected(join(import.meta.dirname, `fixtures/${name}.html`), `${markup.trimEnd()}\n`);
}
