/** Runs every test file with Node's own runner; `npm test -- PART` runs those whose path has PART in it. Ends with the runner's summary. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const part = process.argv[2] ?? "";
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts") && name.includes(part))
  .sort()
  .map((name) => join(import.meta.dirname, name));

if (files.length === 0) {
  console.error(`no test file has ${JSON.stringify(part)} in its path`);
  process.exitCode = 2;
} else {
  const stream = run({ files, concurrency: 2 });
  stream.on("test:fail", () => {
    process.exitCode = 1;
  });
  stream.compose(new spec()).pipe(process.stdout);
}
