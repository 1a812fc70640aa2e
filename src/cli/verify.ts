/** `npm run verify`: the output folder against its SHA256SUMS. */
import { parseArgs } from "node:util";
import { PublishError } from "../publish/publish-error.ts";
import { type Verification, verifyOutput } from "../publish/verify-output.ts";

const HELP = `Checks every file of the built site against SHA256SUMS: missing, changed, not listed.

  npm run verify [-- --output DIR] [--json]

  --output DIR  the built site (dist)
  --json        print the findings as JSON
  --help        print this

Exit status: 0 all files are as built, 1 they are not, 2 wrong usage.
The same list can be read by other tools: cd dist && sha256sum --check --quiet SHA256SUMS
`;

/** Addresses printed of each kind of finding. */
const SHOWN = 20;

function run(words: readonly string[]): number {
  const values = parse(words);
  if (typeof values === "string") {
    process.stderr.write(`verify: ${values}\nSee npm run verify -- --help\n`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    const found = verifyOutput(values.output, values.json ? {} : progress());
    process.stdout.write(values.json ? `${JSON.stringify(found, undefined, 2)}\n` : describe(found));
    return isSound(found) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    if (values.json) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
    process.stderr.write(`verify: ${error.message}\n`);
    return 1;
  }
}

function parse(words: readonly string[]): { output: string; json: boolean; help: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { output: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    if (values.output === "") return "--output needs a folder";
    return { output: values.output ?? "dist", json: values.json ?? false, help: values.help ?? false };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isSound(found: Verification): boolean {
  return found.missing.length + found.changed.length + found.extra.length === 0 && !found.interrupted;
}

function describe(found: Verification): string {
  const lines: string[] = [];
  for (const [title, addresses] of [
    ["missing", found.missing],
    ["changed since it was built", found.changed],
    ["not made by a build", found.extra],
  ] as const) {
    for (const address of addresses.slice(0, SHOWN)) lines.push(`${title}: ${address}`);
    if (addresses.length > SHOWN) lines.push(`${title}: and ${addresses.length - SHOWN} more (--json lists them all)`);
  }
  if (found.interrupted) lines.push("a publish is at work or was cut off: npm run build finishes it");
  const sound = isSound(found);
  lines.push(
    `${found.output}: ${found.listed} files listed, ${sound ? "all as they were built" : "not as they were built"}`,
  );
  return `${lines.join("\n")}\n`;
}

function progress(): { onFile?: (done: number, total: number) => void } {
  if (!process.stderr.isTTY) return {};
  return {
    onFile: (done, total) => {
      if (done % 2_000 === 0) process.stderr.write(`\r${done} of ${total} files`);
      if (done === total) process.stderr.write("\r\u001b[K");
    },
  };
}

process.exitCode = run(process.argv.slice(2));
