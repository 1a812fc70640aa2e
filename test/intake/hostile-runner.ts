/** The other end of `HostileProcess`: a job in each line of the input, an answer in each line of the output. */
import { join } from "node:path";
import { createInterface } from "node:readline";
import { importAll } from "../../src/intake/import/import.ts";
import { IntakeError } from "../../src/intake/intake-error.ts";
import { FORMATS } from "../../src/intake/import/recognise.ts";
import type { Answer, Job } from "./hostile-process.ts";

const CONTEXT = { timeZone: "UTC", language: "en", languages: ["en"], sections: undefined, topics: new Map() };

async function answer({ path, format, to }: Job): Promise<Answer> {
  const started = process.cpuUsage();
  const outcomes: string[] = [];
  const said: string[] = [];
  try {
    for await (const item of importAll({
      paths: [path],
      format: FORMATS.find((name) => name === format) ?? "auto",
      to,
      cache: join(to, "cache"),
      context: CONTEXT,
      hasNewsroom: false,
      dryRun: false,
      again: true,
      overwrite: true,
      keepOriginals: false,
      now: Date.UTC(2021, 0, 20),
      standardInput: async () => new Uint8Array(),
    })) {
      outcomes.push(item.outcome);
      said.push(...item.needs);
    }
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    outcomes.push("failed");
    said.push(error.message);
  }
  const { user, system } = process.cpuUsage(started);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return { outcomes, said: said.join("\n"), seconds: (user + system) / 1e6, megabytes };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
