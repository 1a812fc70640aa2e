/** A process that reads articles or draws slices for the build that forked it. Messages: see `helpers.ts`. */
import { Archive } from "../edition/archive.ts";
import type { Edition } from "../edition/edition.ts";
import type { ReadContext } from "../edition/read-article.ts";
import { type FromHelper, readBatch, type ToHelper } from "./helpers.ts";
import { type PlannedPage, planDrawing } from "./plan.ts";
import { reopenEdition, stateFolder } from "./press.ts";
import { systemErrorBelow } from "./publish-error.ts";
import { cutSlices, renderPages } from "./render.ts";
import { loadTemplates, type Template } from "./templates.ts";

let context: ReadContext | undefined;
let drawing:
  | {
      readonly edition: Edition;
      readonly templates: readonly Template[];
      readonly slices: readonly (readonly PlannedPage[])[];
    }
  | undefined;

async function answer(message: ToHelper): Promise<FromHelper> {
  switch (message.kind) {
    case "context":
      context = message.context;
      return { kind: "done" };
    case "read": {
      if (context === undefined) throw new Error("read before context");
      return readBatch(message.files, context);
    }
    case "draw": {
      if (drawing === undefined) {
        const archive = Archive.load(stateFolder(message.options.folders), message.state);
        if (archive === undefined) throw new Error(`the state ${message.state} is not there`);
        const edition = reopenEdition(message.options, archive);
        const templates = await loadTemplates();
        const before = (archive.notes.pages ?? {}) as Readonly<Record<string, number>>;
        drawing = {
          edition,
          templates,
          slices: cutSlices(planDrawing(edition, templates, before, message.part).draw),
        };
      }
      const { edition, slices, templates } = drawing;
      const hashes = await renderPages(edition, slices[message.slice] ?? [], templates, message.staging);
      return { kind: "drawn", hashes: [...hashes] };
    }
  }
}

/** One after the other, in the order in which they came. */
let working: Promise<unknown> = Promise.resolve();
process.on("message", (message: ToHelper) => {
  working = working
    .then(() => answer(message))
    .catch((error: unknown): FromHelper => {
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
