/**
 * Forked processes that share the work of a large build. Processes rather than threads: Eleventy runs in them as it is, and
 * a heap of its own in each keep the sweeps of memory short.
 */
import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Problem } from "../article/problem.ts";
import type { ContentFile } from "../archive/file-list.ts";
import { type ReadArticle, type ReadContext, readArticle } from "../archive/read-article.ts";
import type { ReadMany } from "../archive/update-archive.ts";
import { LAUNCHER } from "../newsroom/folders.ts";
import type { PageName } from "./page-name.ts";
import type { DrawOptions } from "./newsroom-load.ts";
import type { Run } from "./render.ts";

/** Makes the edition of a saved state ready for drawing. */
export interface EditionTask extends Omit<Run, "edition" | "templates"> {
  readonly kind: "edition";
  readonly options: DrawOptions;
  readonly state: string;
  readonly ownPages: readonly string[];
}

export interface DrawTask {
  readonly kind: "draw";
  readonly slice: number;
  readonly pages: readonly PageName[];
}

export type ToWorker =
  | { readonly kind: "context"; readonly context: ReadContext }
  | { readonly kind: "read"; readonly files: readonly ContentFile[] }
  | EditionTask
  | DrawTask;

export type FromWorker =
  | { readonly kind: "done" }
  /** Addresses with the SHA-256 of what was drawn. */
  | { readonly kind: "drawn"; readonly hashes: readonly (readonly [string, string])[] }
  | { readonly kind: "read"; readonly results: readonly (ReadArticle | { readonly problems: readonly Problem[] })[] }
  /** `code` and `path` where a system call failed. */
  | { readonly kind: "failed"; readonly text: string; readonly code?: string; readonly path?: string };

/** Reads some files; as an answer. */
export function readBatch(files: readonly ContentFile[], context: ReadContext): FromWorker {
  return { kind: "read", results: files.map((file) => readArticle(file, context)) };
}

/**
 * Percent by which a heap may grow before it is swept: memory is bounded by twice what is in use, for an archive of any size.
 * At a fifth, a build of 100,000 articles takes a tenth more time and a sixth less memory.
 */
export const GROWTH = 100;
/** Megabytes: fewer, larger sweeps of young objects; worth a fifth of the time. */
const YOUNG = 32;
/** Files read in one message. */
const BATCH = 250;
/** Tasks given to a process at once, so that none waits while this process is at a task of its own. */
const AHEAD = 2;

type Answer = (reply: FromWorker) => void;

/** One forked process. It answers in the order in which it was asked. */
class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #pending: { readonly answer: Answer; readonly fail: (error: Error) => void }[] = [];

  constructor() {
    const execArgv = [`--heap-growing-percent=${GROWTH}`, `--max-semi-space-size=${YOUNG}`];
    this.#child = fork(LAUNCHER, ["build/worker-process"], { execArgv, serialization: "advanced" });
    this.#child.on("message", (reply: FromWorker) => {
      const asked = this.#pending.shift();
      if (reply.kind === "failed") {
        const { text, kind: _kind, ...system } = reply;
        asked?.fail(Object.assign(new Error(text), system));
      } else asked?.answer(reply);
    });
    this.#child.on("exit", (code, signal) => {
      const text = `a worker process ended early (${signal ?? code}); with less memory, build with --jobs 1`;
      for (const { fail } of this.#pending.splice(0)) fail(new Error(text));
    });
  }

  ask(task: ToWorker): Promise<FromWorker> {
    return new Promise((answer, fail) => {
      this.#pending.push({ answer, fail });
      this.#child.send(task, (error) => {
        if (error !== null) fail(error);
      });
    });
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}

/** Processes for `jobs` in all, this one among them. */
export class Workers {
  readonly #workers: readonly WorkerProcess[];
  readonly #told: Promise<unknown>[] = [];

  constructor(jobs = availableParallelism()) {
    this.#workers = Array.from({ length: Math.max(1, jobs - 1) }, () => new WorkerProcess());
  }

  /**
   * Has tasks done by whoever is free, this process with its `own` hands among them. It takes them from the front and its
   * workers from the back, where the tasks are of other kinds: so each grows warm in fewer of them.
   */
  async run<Task extends ToWorker>(
    tasks: readonly Task[],
    own: (task: Task) => Promise<FromWorker>,
    take: Answer,
  ): Promise<void> {
    let [first, end] = [0, tasks.length];
    /** `kept`: how many of the last tasks are left to others, who might else be idle while these wait. */
    const help = async (worker: WorkerProcess, kept: number): Promise<void> => {
      while (end - first > kept) {
        const task = tasks[--end];
        if (task !== undefined) take(await worker.ask(task));
      }
    };
    const here = async (): Promise<void> => {
      while (first < end) {
        const task = tasks[first++];
        // Let replies in, and the next tasks out, first.
        await new Promise(setImmediate);
        if (task !== undefined) take(await own(task));
      }
    };
    const others = this.#workers.flatMap((worker) =>
      Array.from({ length: AHEAD }, (_none, place) => help(worker, place * this.count)),
    );
    await Promise.all([...others, here(), ...this.#told.splice(0)]);
  }

  /** Processes, this one among them. */
  get count(): number {
    return this.#workers.length + 1;
  }

  /** Tells all workers something they need before their next task; `run` throws what comes of it. They do it while this process goes on. */
  tell(task: ToWorker): void {
    for (const worker of this.#workers) {
      const told = worker.ask(task);
      told.catch(() => {});
      this.#told.push(told);
    }
  }

  /** Reads articles on all processes. */
  readMany(context: ReadContext): ReadMany {
    return async (files, take) => {
      this.tell({ kind: "context", context });
      const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_none, index) => ({
        kind: "read" as const,
        files: files.slice(index * BATCH, (index + 1) * BATCH),
      }));
      const own = async (task: (typeof batches)[number]) => readBatch(task.files, context);
      await this.run(batches, own, (reply) => {
        if (reply.kind === "read") for (const result of reply.results) take(result);
      });
    };
  }

  close(): void {
    for (const worker of this.#workers) worker.close();
  }
}
