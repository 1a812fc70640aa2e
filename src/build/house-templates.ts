/** The house's pages as templates of Eleventy. They lie in the house, wherever the newsroom lies; Eleventy has them at the paths that they would have in it. */
import { resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { PageRef } from "../edition/page-ref.ts";
import { INPUT } from "../newsroom/eleventy-folders.ts";
import { HOUSE } from "../newsroom/folders.ts";
import { Sheet } from "../pages/page-template.ts";
import type { PageWriter } from "../pages/page-writer.ts";
import type { PlannedPage } from "./plan.ts";
import type { Template } from "./templates.ts";

export type DrawnPage = Pick<PlannedPage, "template" | "ref">;

/** Pages of a batch: beyond some hundreds, more are no quicker. */
const BATCH = 200;

/** The sheets of each kind of page, every kind present: a sheet for each page, or for each batch where there is a writer for these. */
export function cutSheets(
  pages: readonly DrawnPage[],
  templates: readonly Template[],
  writer?: PageWriter,
): Record<string, Sheet[]> {
  const refs = new Map<string, PageRef[]>(templates.map(({ page }) => [page.kind, []]));
  for (const { template, ref } of pages) refs.get(templates[template]?.page.kind ?? "")?.push(ref);
  const size = writer === undefined ? 1 : BATCH;
  return Object.fromEntries(
    [...refs].map(([kind, all]) => [
      kind,
      Array.from(
        { length: Math.ceil(all.length / size) },
        (_none, index) => new Sheet(all.slice(index * size, (index + 1) * size), writer),
      ),
    ]),
  );
}

/** True of a template of the house by the path that Eleventy has it at. */
export function isHouseTemplate(templates: readonly Template[], inputPath: string): boolean {
  return templates.some(({ file }) => inputPath === `./${INPUT}/${file}`);
}

/** Gives Eleventy some of the house's templates. */
export function addHouseTemplates(config: UserConfig, templates: readonly Template[]): void {
  // Eleventy keeps what it knows of the page at hand in the object, so that each run has one of its own.
  for (const { page, file } of templates) config.addTemplate(file, { data: page.data, render: page.render });
}

/** Where the house is its own newsroom, Eleventy would find them as files too. */
export function ignoreHouseFiles(config: UserConfig, templates: readonly Template[], root: string): void {
  if (resolve(root) === resolve(HOUSE)) for (const { file } of templates) config.ignores.add(`./${INPUT}/${file}`);
}
