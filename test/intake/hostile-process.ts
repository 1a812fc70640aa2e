/** A process of its own that imports what a test gives it, with the memory of a small machine, and tells what each import cost. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const HOME = join(import.meta.dirname, "../..");
/** Seconds of processor time and megabytes that any input may cost, however it was made. */
const SECONDS = 5;
const MEGABYTES = 512;

export interface Job {
  readonly path: string;
  readonly format: string;
  readonly to: string;
}

export interface Answer {
  /** What became of the input, and what an editor is told. */
  readonly outcomes: readonly string[];
  readonly said: string;
  /** Of processor time, so that a busy machine does not make a test fail. */
  readonly seconds: number;
  /** The most that the process has held so far: of this import and of all before it. */
  readonly megabytes: number;
}

/** Imports one input after the other in the same process: for those that are refused before they take any memory. */
export class HostileProcess {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;

  constructor() {
    const runner = join(import.meta.dirname, "hostile-runner.ts");
    this.#child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, "--import", "tsx", runner], {
      cwd: HOME,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { stdout } = this.#child;
    if (stdout === null) throw new Error("no stdout");
    this.#answers = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  async import(job: Job): Promise<Answer> {
    this.#child.stdin?.write(`${JSON.stringify(job)}\n`);
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error(`the process went down with ${job.path}`);
    return JSON.parse(value);
  }

  close(): void {
    this.#child.stdin?.end();
  }
}

/** What is wrong with the cost of an import, or undefined. */
export function costFault({ seconds, megabytes }: Pick<Answer, "seconds" | "megabytes">): string | undefined {
  if (seconds >= SECONDS) return `${seconds} s of processor time`;
  return megabytes >= MEGABYTES ? `${megabytes} MB` : undefined;
}
