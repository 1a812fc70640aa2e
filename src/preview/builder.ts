/** The process that builds for the preview, one build after the other, and what it tells. */
import { type ChildProcess, fork } from "node:child_process";
import type { Problem } from "../article/problem.ts";
import { type Folders, LAUNCHER } from "../newsroom/folders.ts";

/** What came of a build, as the process sends it. */
export interface PreviewBuild {
  /** Site-relative addresses that are new, changed or gone. */
  readonly changed: readonly string[];
  readonly problems: readonly Problem[];
  /** Why readers do not see an article, by its address; absent where nothing was built. */
  readonly marks?: Readonly<Record<string, string>>;
}

/** Megabytes: fewer, larger sweeps of young objects. */
const YOUNG = 32;
/** Milliseconds without a change after which what was saved is built: several saves count as one. */
const QUIET = 40;
/** Milliseconds after which it is built although changes go on. */
const PATIENCE = 1000;

export class PreviewBuilder {
  #process: ChildProcess | undefined;
  #busy = false;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #waitingSince: number | undefined;
  readonly #folders: Folders;
  readonly #onBuilt: (built: PreviewBuild) => void;
  constructor(folders: Folders, onBuilt: (built: PreviewBuild) => void) {
    this.#folders = folders;
    this.#onBuilt = onBuilt;
  }
  /** Builds when no more changes come. However many they are, the last build starts after the last of them. */
  soon(): void {
    const now = performance.now();
    this.#waitingSince ??= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.build(), now - this.#waitingSince > PATIENCE ? 0 : QUIET);
  }
  build(): void {
    clearTimeout(this.#timer);
    this.#waitingSince = undefined;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    this.#process ??= this.#start();
    this.#process.send("build");
  }
  /** The code was changed: what is left half done the next process finishes. */
  renew(): void {
    this.close();
    this.#busy = false;
    this.soon();
  }
  close(): void {
    clearTimeout(this.#timer);
    const ended = this.#process;
    this.#process = undefined;
    ended?.kill();
  }
  #start(): ChildProcess {
    const started = fork(LAUNCHER, ["preview-build", JSON.stringify(this.#folders)], {
      execArgv: [`--max-semi-space-size=${YOUNG}`],
    });
    started.on("message", (built: PreviewBuild) => {
      if (this.#process === started) this.#done(built);
    });
    started.on("error", () => undefined);
    started.once("exit", () => {
      if (this.#process !== started) return;
      this.#process = undefined;
      // Code that does not compile, which it said; the next save starts another.
      if (this.#busy) this.#done({ changed: [], problems: [ENDED] });
    });
    return started;
  }
  #done(built: PreviewBuild): void {
    this.#busy = false;
    this.#onBuilt(built);
    if (!this.#again) return;
    this.#again = false;
    this.soon();
  }
}

const ENDED: Problem = {
  file: "the build",
  fault: "ended before it was done",
  instead: "Read in the terminal why, and save again.",
};
