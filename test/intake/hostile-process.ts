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

/**
 * Imports one input after the other in the same process: for those that are refused before they take any memory. Where one
 * took half of it all the same, the next finds a new process, to be judged by what it takes itself.
 */
export class HostileProcess {
  #child: ChildProcess | undefined;
  #answers: AsyncIterator<string> | undefined;

  async import(job: Job): Promise<Answer> {
    this.#answers ??= this.#start();
    this.#child?.stdin?.write(`${JSON.stringify(job)}\n`);
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error(`the process went down with ${job.path}`);
    const answer: Answer = JSON.parse(value);
    if (answer.megabytes > MEGABYTES / 2) this.close();
    return answer;
  }

  close(): void {
    this.#child?.stdin?.end();
    this.#child = undefined;
    this.#answers = undefined;
  }

  #start(): AsyncIterator<string> {
    const runner = join(import.meta.dirname, "hostile-runner.ts");
    const child = spawn(process.execPath, [`--max-old-space-size=${MEGABYTES}`, "--import", "tsx", runner], {
      cwd: HOME,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#child = child;
    return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }
}

/** What is wrong with the cost of an import, or undefined. */
export function costFault({ seconds, megabytes }: Pick<Answer, "seconds" | "megabytes">): string | undefined {
  if (seconds >= SECONDS) return `${seconds} s of processor time`;
  return megabytes >= MEGABYTES ? `${megabytes} MB` : undefined;
}
