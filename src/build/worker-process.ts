/** A process that reads articles or draws slices for the build that forked it. Messages: see `workers.ts`. */
import { Archive } from "../archive/archive.ts";
import type { Edition } from "../edition/edition.ts";
import type { ReadContext } from "../archive/read-article.ts";
import { PageWriter } from "../pages/page-writer.ts";
import { type EditionTask, type FromWorker, readBatch, type ToWorker } from "./workers.ts";
import { findPages } from "./page-name.ts";
import { reopenEdition } from "./newsroom-load.ts";
import { stateFolder } from "../newsroom/folders.ts";
import { systemErrorBelow } from "../output/publish-error.ts";
import { renderPages } from "./render.ts";
import { loadTemplates, type Template } from "./templates.ts";

let context: ReadContext | undefined;
let drawing:
  | {
      readonly edition: Edition;
      readonly templates: readonly Template[];
      readonly find: ReturnType<typeof findPages>;
      readonly writer: PageWriter;
    }
  | undefined;

async function readyDrawing({ options, state, staging }: EditionTask): Promise<void> {
  const archive = Archive.load(stateFolder(options.folders), state);
  if (archive === undefined) throw new Error(`the state ${state} is not there`);
  const edition = reopenEdition(options, archive);
  const templates = await loadTemplates();
  drawing = { edition, templates, find: findPages(edition, templates), writer: new PageWriter(staging) };
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
      const { edition, templates, find, writer } = drawing;
      const hashes = await renderPages(edition, message.pages.map(find), templates, writer);
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
      const below = systemErrorBelow(error) as NodeJS.ErrnoException;
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
