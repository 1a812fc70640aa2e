/** A process that reads articles or draws slices for the build that forked it. Messages: see `helpers.ts`. */
import { Archive } from "../edition/archive.ts";
import type { Edition } from "../edition/edition.ts";
import { type ReadContext, readArticle } from "../edition/read-article.ts";
import type { FromHelper, ToHelper } from "./helpers.ts";
import { type PlannedPage, planDrawing } from "./plan.ts";
import { reopenEdition, stateFolder } from "./press.ts";
import { renderPages, SLICE_LENGTH } from "./render.ts";
import { loadTemplates, type Template } from "./templates.ts";

let context: ReadContext | undefined;
let drawing:
  | { readonly edition: Edition; readonly templates: readonly Template[]; readonly draw: readonly PlannedPage[] }
  | undefined;

async function answer(message: ToHelper): Promise<FromHelper> {
  switch (message.kind) {
    case "context":
      context = message.context;
      return { kind: "done" };
    case "read": {
      if (context === undefined) throw new Error("read before context");
      const given = context;
      return { kind: "read", results: message.files.map((file) => readArticle(file, given)) };
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
          draw: planDrawing(edition, templates, before, message.part).draw,
        };
      }
      const { edition, draw, templates } = drawing;
      await renderPages(
        edition,
        draw.slice(message.slice * SLICE_LENGTH, (message.slice + 1) * SLICE_LENGTH),
        templates,
        message.staging,
      );
      return { kind: "done" };
    }
  }
}

process.on("message", (message: ToHelper) => {
  answer(message).then(
    (reply) => process.send?.(reply),
    (error: unknown) =>
      process.send?.({
        kind: "failed",
        text: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies FromHelper),
  );
});
