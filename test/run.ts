/**
 * Runs every test file with Node's own runner; `npm test -- PART` runs those whose path has PART in it, and
 * `npm test -- --accept PART` takes what they make as expected. Ends with the runner's summary.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({ options: { accept: { type: "boolean" } }, allowPositionals: true });
const part = positionals[0] ?? "";
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts") && name.includes(part))
  .sort()
  .map((name) => join(import.meta.dirname, name));

if (values.accept === true && part === "") {
  console.error("say what to accept: npm test -- --accept golden, or another part of a test file's path");
  process.exitCode = 2;
} else if (files.length === 0) {
  console.error(`no test file has ${JSON.stringify(part)} in its path`);
  process.exitCode = 2;
} else {
  if (values.accept === true) process.env.DATELINE_ACCEPT = "1";
  const stream = run({ files, concurrency: 2 });
  stream.on("test:fail", () => {
    process.exitCode = 1;
  });
  if (values.accept === true)
    stream.on("end", () => console.log("What was made is expected from now on; look at it: git diff test"));
  stream.compose(new spec()).pipe(process.stdout);
}
