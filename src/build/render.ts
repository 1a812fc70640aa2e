/** One run of Eleventy: draws one slice of the planned pages into the staging folder. */
import { relative } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Edition } from "../edition/edition.ts";
import type { PageRef } from "../edition/page-ref.ts";
import { Slice } from "../pages/page-template.ts";
import type { PageWriter } from "../pages/page-writer.ts";
import { TEMPLATES } from "../newsroom/folders.ts";
import type { PlannedPage } from "./plan.ts";
import type { Template } from "./templates.ts";

type DrawnPage = Pick<PlannedPage, "template" | "ref">;

/** Pages that one run of Eleventy draws, of an article's size: enough that its start does not count, and few enough to be shared out evenly. */
const SLICE_WEIGHT = 500;

/** Cuts what is to be drawn into slices. */
export function cutSlices(pages: readonly PlannedPage[]): PlannedPage[][] {
  const slices: PlannedPage[][] = [];
  let weight = SLICE_WEIGHT;
  for (const page of pages) {
    if (weight >= SLICE_WEIGHT) {
      slices.push([]);
      weight = 0;
    }
    slices.at(-1)?.push(page);
    weight += page.ref.weight ?? 1;
  }
  return slices;
}

/** The pages of each kind in a slice, every kind present. */
export function groupByKind(pages: readonly DrawnPage[], templates: readonly Template[]): Record<string, PageRef[]> {
  const grouped: Record<string, PageRef[]> = Object.fromEntries(templates.map(({ page }) => [page.kind, []]));
  for (const { template, ref } of pages) grouped[templates[template]?.page.kind ?? ""]?.push(ref);
  return grouped;
}

/** Draws some pages into the writer's folder; gives the SHA-256 of each, by address. */
export async function renderPages(
  edition: Edition,
  pages: readonly DrawnPage[],
  templates: readonly Template[],
  writer: PageWriter,
): Promise<ReadonlyMap<string, string>> {
  const grouped = groupByKind(pages, templates);
  if (pages.length === 0) return new Map();
  const slice = new Slice(edition, grouped, writer);
  const here = (path: string): string => `./${relative(process.cwd(), path)}`;
  const eleventy = new Eleventy(here(TEMPLATES.folder), relative(process.cwd(), writer.folder), {
    configPath: here(TEMPLATES.config),
    quietMode: true,
    config: (config) => {
      config.addGlobalData("slice", slice);
      for (const { page, file } of templates)
        if (grouped[page.kind]?.length === 0) config.ignores.add(`${here(TEMPLATES.folder)}/${file}`);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
  return writer.takeHashes();
}
