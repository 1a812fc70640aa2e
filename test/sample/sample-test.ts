/** Tests of the sample that comes with the house: elsewhere they say why they are skipped. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";

const LEAD = "src/content/articles/2026/11/sunline-cable-signed.md";

/** Why there is nothing to test; false where the sample is. */
export const SAMPLE_IS_MISSING: string | false =
  !existsSync(join(import.meta.dirname, "../..", LEAD)) && "the sample newsroom is not here";

/** A test that runs only where the sample is. */
export function testSample(name: string, run: (context: TestContext) => void | Promise<void>): void {
  void test(name, { skip: SAMPLE_IS_MISSING }, run);
}
