/** `npm run verify`: the output folder against its SHA256SUMS. */
import { type Finding, renderFinding } from "../check/check-links.ts";
import { checkDistShared } from "../check/check-shared.ts";
import { fromHere } from "../newsroom/folders.ts";
import { PublishError } from "../output/publish-error.ts";
import { type Verification, verifyOutput } from "../output/verify-output.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  output: cli.OUTPUT,
  links: { type: "boolean", help: "check every link, picture, script and style of every page too" },
  url: {
    type: "string",
    value: "URL",
    help: "the site's own address, so that pages which name it in full are found",
  },
  json: { ...cli.JSON_REPORT, help: "print the findings as JSON" },
  help: cli.HELP,
} as const;

const HELP = `Checks every file of the built site against SHA256SUMS: missing, changed, not listed.

  npm run verify [-- --output DIR] [--links [--url URL]] [--json]

${cli.renderOptions(OPTIONS)}

Exit status: 0 all files are as built, 1 they are not, 2 wrong usage.
The same list can be read by other tools: cd dist && sha256sum --check --quiet SHA256SUMS
`;

/** Addresses printed of each kind of finding. */
const SHOWN = 20;

async function run(words: readonly string[]): Promise<number> {
  const { values } = cli.readOptions(OPTIONS, { args: words });
  const { links: withLinks = false, json = false } = values;
  const output = values.output ?? fromHere("dist");
  if (values.help === true) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    const found = verifyOutput(output, json ? {} : progress());
    const links = withLinks ? await checkDistShared(output, { url: values.url?.replace(/\/*$/, "/") }) : undefined;
    const report = links === undefined ? found : { ...found, links };
    process.stdout.write(json ? `${JSON.stringify(report, undefined, 2)}\n` : describe(found) + describeLinks(links));
    return isSound(found) && (links ?? []).length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    if (json) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
    process.stderr.write(`verify: ${error.message}\n`);
    return 1;
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
  if (found.missing.length + found.changed.length > 0) lines.push("npm run build -- --mend puts that right");
  lines.push(
    `${found.output}: ${found.listed} files listed, ${sound ? "all as they were built" : "not as they were built"}`,
  );
  return `${lines.join("\n")}\n`;
}

function describeLinks(findings: readonly Finding[] | undefined): string {
  if (findings === undefined) return "";
  if (findings.length === 0) return "every link resolves\n";
  return `${findings.map(renderFinding).join("\n")}\n${findings.length} faults in links, names and folders\n`;
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

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
}, fail);
