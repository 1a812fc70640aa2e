/** Runs one command and measures it with all its children: seconds, processor seconds, peak memory. Linux only for the last two. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Measured {
  readonly seconds: number;
  /** Processor time of the process and its children. */
  readonly cpuSeconds: number;
  /** Megabytes of resident memory, summed over the processes that ran at once; pages that they share count in each. */
  readonly peak: number;
  readonly output: string;
}

const INTERVAL = 100;
/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/** Processor seconds of all children that have ended. */
function childrenSeconds(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch {
    return Number.NaN;
  }
}

function treeOf(process: number): number[] {
  try {
    const children = readdirSync(`/proc/${process}/task`).flatMap((task) =>
      readFileSync(`/proc/${process}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number),
    );
    return [process, ...children.flatMap(treeOf)];
  } catch {
    return [];
  }
}

/** Megabytes. */
function residentOf(process: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a command to its end. Throws with what it printed where it fails. */
export function measure(
  command: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Measured> {
  const [program = "", ...args] = command;
  const cpu = childrenSeconds();
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env } });
    let output = "";
    child.stdout.on("data", (data: Buffer) => {
      output += data;
    });
    child.stderr.on("data", (data: Buffer) => {
      output += data;
    });
    let peak = 0;
    const timer = setInterval(() => {
      const total = treeOf(child.pid ?? 0).reduce((sum, one) => sum + residentOf(one), 0);
      peak = Math.max(peak, total);
    }, INTERVAL);
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, cpuSeconds: childrenSeconds() - cpu, peak, output });
      else reject(new Error(`${command.join(" ")} ended with ${code}:\n${output.slice(-2000)}`));
    });
  });
}
