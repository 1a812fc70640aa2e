/** For Eleventy run by itself: the whole edition, and the files beside the pages. */
import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { selectNow } from "../article/instant.ts";
import type { Edition } from "../edition/edition.ts";
import type { Folders } from "../newsroom/folders.ts";
import { MANIFEST_NAME, Manifest } from "../output/manifest.ts";
import { hashFile } from "../output/staging.ts";
import { Slice } from "../pages/page-template.ts";
import { PageWriter } from "../pages/page-writer.ts";
import { selectCardFiles } from "./card-files.ts";
import { cutSheets } from "./house-templates.ts";
import { selectHostFiles } from "./host-files.ts";
import { loadNewsroom, makeEdition, rechoose } from "./newsroom-load.ts";
import { selectPackageFiles } from "./package-files.ts";
import { type Plan, planPages } from "./plan.ts";
import { searchCodeKey, selectSearchFiles } from "./search-files.ts";
import { selectWorkerFile } from "./service-worker.ts";
import { type Assets, listFiles, makeAssets, selectMediaFiles } from "./shared-files.ts";
import { SINGLE_MOST } from "./single.ts";
import type { Template } from "./templates.ts";

/** An edition read anew for one run of Eleventy; it keeps no state. */
export class WholeEdition {
  readonly edition: Edition;
  readonly #assets: Assets;
  readonly #plan: Plan;
  readonly #cache: string;
  readonly #packages: string | undefined;

  private constructor(edition: Edition, assets: Assets, plan: Plan, { cache, packages }: Folders) {
    this.edition = edition;
    this.#assets = assets;
    this.#plan = plan;
    this.#cache = cache;
    this.#packages = packages;
  }

  static async read(folders: Folders, templates: readonly Template[]): Promise<WholeEdition> {
    const loaded = await loadNewsroom({ folders, now: selectNow(undefined, process.env), preview: false, full: true });
    const assets = await makeAssets(loaded.newsroom.site, folders.cache);
    const edition = makeEdition(loaded, assets.addresses);
    rechoose(edition, loaded.update, true);
    return new WholeEdition(edition, assets, planPages(edition, templates, {}), folders);
  }

  /** All pages, one by one; in batches, written into `output`, where there are so many that Eleventy would need gigabytes. */
  slice(templates: readonly Template[], output: string, always: boolean): Slice {
    const { draw } = this.#plan;
    const writer = always || draw.length <= SINGLE_MOST ? undefined : new PageWriter(output);
    return new Slice(this.edition, cutSheets(draw, templates, writer));
  }

  /**
   * Writes what is no page beside the pages that Eleventy wrote into `output`, and the manifest of it all. Files that the
   * former manifest has and that were not written since `began` (epoch milliseconds) are of a former edition, and go.
   */
  async finish(output: string, began: number): Promise<void> {
    const { edition } = this;
    const made = new Set<string>(this.#plan.draw.map(({ ref }) => ref.address));
    for (const files of [
      ...this.#assets.files,
      ...selectMediaFiles(edition, this.#cache),
      ...selectCardFiles(edition, this.#cache),
      ...selectPackageFiles(edition, this.#packages),
      selectHostFiles(edition, this.#assets.addresses),
      selectWorkerFile(edition, this.#plan.prints),
      ...selectSearchFiles(edition, searchCodeKey()),
    ])
      for (const address of await files.write(output)) made.add(address);
    const hashes = new Map<string, string>();
    const former = existsSync(join(output, MANIFEST_NAME)) ? Manifest.read(output) : undefined;
    for (const path of listFiles(output).sort()) {
      const address = relative(output, path).replaceAll("\\", "/");
      if (address === MANIFEST_NAME) continue;
      if (made.has(address) || statSync(path).ctimeMs >= began) hashes.set(address, hashFile(path));
      else if (former?.has(address) === true) rmSync(path);
    }
    writeFileSync(join(resolve(output), MANIFEST_NAME), Manifest.from(hashes).bytes);
  }
}
