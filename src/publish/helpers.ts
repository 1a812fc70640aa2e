/**
 * Forked processes that share the work of a large build. Processes rather than threads: Eleventy and the TypeScript
 * loader run in them unchanged, and each has a heap of its own with a limit.
 */
import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Problem } from "../article/problem.ts";
import type { ContentFile } from "../edition/content-folder.ts";
import type { ReadArticle, ReadContext } from "../edition/read-article.ts";
import type { ReadMany } from "../edition/update-archive.ts";
import { LAUNCHER } from "./folders.ts";
import type { Part } from "./plan.ts";
import type { DrawOptions } from "./press.ts";

export type ToHelper =
  | { readonly kind: "context"; readonly context: ReadContext }
  | { readonly kind: "read"; readonly files: readonly ContentFile[] }
  | {
      readonly kind: "draw";
      readonly options: DrawOptions;
      readonly state: string;
      readonly slice: number;
      readonly staging: string;
      /** Of which all pages are drawn; where unset, those of the whole edition that changed. */
      readonly part?: Part;
    };

export type FromHelper =
  | { readonly kind: "done" }
  | { readonly kind: "read"; readonly results: readonly (ReadArticle | { readonly problems: readonly Problem[] })[] }
  | { readonly kind: "failed"; readonly text: string };

/** Megabytes of heap: a slice, the columns, and room for the collector to be lazy in. */
const HEAP = 420;
/** Megabytes: fewer, larger sweeps of young objects; worth a fifth of the time. */
const YOUNG = 32;
/** Files read in one message. */
const BATCH = 250;

export class Helpers {
  readonly #processes: ChildProcess[];

  constructor(count = availableParallelism()) {
    const execArgv = [`--max-old-space-size=${HEAP}`, `--max-semi-space-size=${YOUNG}`];
    this.#processes = Array.from({ length: count }, () =>
      fork(LAUNCHER, ["publish/helper-process"], { execArgv, serialization: "advanced" }),
    );
  }

  /** Gives tasks to whichever process is free, until there are none left. */
  async run(tasks: Iterable<ToHelper>, take: (reply: FromHelper) => void = () => {}): Promise<void> {
    const queue = tasks[Symbol.iterator]();
    await Promise.all(
      this.#processes.map(async (child) => {
        for (let next = queue.next(); next.done !== true; next = queue.next()) take(await this.#ask(child, next.value));
      }),
    );
  }

  /** Gives one task to every process. */
  async runOnAll(task: ToHelper): Promise<void> {
    await Promise.all(this.#processes.map((child) => this.#ask(child, task)));
  }

  #ask(child: ChildProcess, task: ToHelper): Promise<FromHelper> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null, signal: string | null) =>
        reject(new Error(`a helper process ended early (${signal ?? code}); with less memory, build with --jobs 1`));
      child.once("exit", ended);
      child.once("message", (reply: FromHelper) => {
        child.off("exit", ended);
        if (reply.kind === "failed") reject(new Error(reply.text));
        else resolve(reply);
      });
      child.send(task);
    });
  }

  /** Reads articles on all processes. */
  readMany(context: ReadContext): ReadMany {
    return async (files, take) => {
      await this.runOnAll({ kind: "context", context });
      const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_none, index): ToHelper => ({
        kind: "read",
        files: files.slice(index * BATCH, (index + 1) * BATCH),
      }));
      await this.run(batches, (reply) => {
        if (reply.kind === "read") for (const result of reply.results) take(result);
      });
    };
  }

  close(): void {
    for (const child of this.#processes) child.disconnect();
  }
}
