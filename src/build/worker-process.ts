/** A process that reads articles or draws slices for the build that forked it. Messages: see `workers.ts`. */
import { Archive } from "../archive/archive.ts";
import { DamagedStateError, isDamagedState } from "../archive/damaged-state.ts";
import type { ReadContext } from "../archive/read-article.ts";
import { type EditionTask, type FromWorker, readBatch, type ToWorker } from "./workers.ts";
import { findPages } from "./page-name.ts";
import { reopenEdition } from "./newsroom-load.ts";
import { stateFolder } from "../newsroom/folders.ts";
import { systemErrorBelow } from "../output/publish-error.ts";
import { Renderer } from "./render.ts";
import { loadTemplates } from "./templates.ts";

let context: ReadContext | undefined;
let drawing:
  | {
      readonly find: ReturnType<typeof findPages>;
      readonly renderer: Renderer;
    }
  | undefined;

async function readyDrawing({ options, state, ownPages, ...run }: EditionTask): Promise<void> {
  const archive = Archive.load(stateFolder(options.folders), state);
  if (archive === undefined) throw new Error(`the state ${state} is not there`);
  const edition = reopenEdition(options, archive);
  edition.ownPages = ownPages;
  const templates = await loadTemplates();
  drawing = { find: findPages(edition, templates), renderer: new Renderer({ ...run, edition, templates }) };
}

async function answer(message: ToWorker): Promise<FromWorker> {
  switch (message.kind) {
    case "context":
      context = message.context;
      return { kind: "done" };
    case "read": {
      if (context === undefined) throw new Error("read before context");
      return readBatch(message.files, context);
    }
    case "edition":
      await readyDrawing(message);
      return { kind: "done" };
    case "draw": {
      if (drawing === undefined) throw new Error("draw before edition");
      const { find, renderer } = drawing;
      const hashes = await renderer.draw(message.pages.map(find));
      return { kind: "drawn", hashes: [...hashes] };
    }
  }
}

/** One after the other, in the order in which they came. */
let working: Promise<unknown> = Promise.resolve();
process.on("message", (message: ToWorker) => {
  working = working
    .then(() => answer(message))
    .catch((error: unknown): FromWorker => {
      const below = (
        isDamagedState(error) ? new DamagedStateError() : systemErrorBelow(error)
      ) as NodeJS.ErrnoException;
      return {
        kind: "failed",
        text: error instanceof Error ? (error.stack ?? error.message) : String(error),
        ...(typeof below.code === "string" ? { code: below.code } : {}),
        ...(typeof below.path === "string" ? { path: below.path } : {}),
      };
    })
    // Where the build is gone there is nobody to be told.
    .then((reply) => process.send?.(reply, undefined, undefined, () => {}));
});
