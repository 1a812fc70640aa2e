/** Runs of Eleventy that draw the house's pages, a slice of the planned ones each, into the staging folder. */
import { hash } from "node:crypto";
import { relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Edition } from "../edition/edition.ts";
import { INPUT } from "../newsroom/eleventy-folders.ts";
import { Slice } from "../pages/page-template.ts";
import { PageWriter } from "../pages/page-writer.ts";
import { addHouseTemplates, cutSheets, type DrawnPage } from "./house-templates.ts";
import { addFormats, inputOf, seenFrom } from "./own-templates.ts";
import { isolate, silence } from "./own-config.ts";
import type { PlannedPage } from "./plan.ts";
import type { Template } from "./templates.ts";

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

/** What all slices of a build have in common. */
export interface Run {
  readonly edition: Edition;
  readonly templates: readonly Template[];
  /** The newsroom's folder. */
  readonly root: string;
  /** Receives the pages. */
  readonly staging: string;
  /** True where Eleventy draws and writes each page by itself; false where it hands on batches, which is quicker. The bytes are the same. */
  readonly single: boolean;
  /** The newsroom's own configuration, bundled, where it acts on the house's pages. */
  readonly config?: string | undefined;
}

/** Runs something in a folder: paths in a newsroom's configuration are relative to it. */
export async function within<Value>(folder: string, run: () => Promise<Value>): Promise<Value> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await run();
  } finally {
    process.chdir(before);
  }
}

/** Draws the pages of a run, slice by slice. */
export class Renderer {
  readonly #run: Run;
  readonly #writer: PageWriter | undefined;

  constructor(run: Run) {
    this.#run = run;
    this.#writer = run.single ? undefined : new PageWriter(run.staging);
  }

  /** Draws some pages; gives the SHA-256 of each, by address. */
  draw(pages: readonly DrawnPage[]): Promise<ReadonlyMap<string, string>> {
    return pages.length === 0 ? Promise.resolve(new Map()) : within(this.#run.root, () => this.#drawHere(pages));
  }

  async #drawHere(pages: readonly DrawnPage[]): Promise<ReadonlyMap<string, string>> {
    const { edition, templates, root, staging, config: own } = this.#run;
    const sheets = cutSheets(pages, templates, this.#writer);
    const used = templates.filter(({ page }) => (sheets[page.kind]?.length ?? 0) > 0);
    const eleventy = new Eleventy(inputOf(root), seenFrom(root, staging), {
      configPath: own === undefined ? "" : seenFrom(root, own),
      quietMode: true,
      config: (config) => {
        config.setUseGitIgnore(false);
        // A slice brings its edition along; the newsroom's data would be copied for every page.
        config.setDataDirectory("_data");
        // What lies in the newsroom's folder is drawn by itself.
        config.ignores.add(`./${INPUT}/**`);
        addFormats(config);
        addHouseTemplates(config, used);
        config.addGlobalData("slice", new Slice(edition, sheets));
      },
    });
    eleventy.disableLogger();
    await eleventy.init();
    silence(eleventy);
    isolate(
      eleventy,
      used.map(({ file }) => file),
    );
    const [, written] = await eleventy.write();
    if (this.#writer !== undefined) return this.#writer.takeHashes();
    return new Map(
      written.map(({ outputPath, content }) => [
        relative(staging, resolve(outputPath)).replaceAll("\\", "/"),
        hash("sha256", content, "hex"),
      ]),
    );
  }
}
