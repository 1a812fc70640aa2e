/** For Eleventy run by itself: the whole edition as one slice, and the files beside the pages. */
import { selectNow } from "../article/instant.ts";
import { Slice } from "../pages/page-template.ts";
import { PageWriter } from "../pages/page-writer.ts";
import { selectCardFiles } from "./card-files.ts";
import type { Folders } from "../newsroom/folders.ts";
import { selectHostFiles } from "./host-files.ts";
import { selectPackageFiles } from "./package-files.ts";
import { planPages } from "./plan.ts";
import { makeEdition, loadNewsroom, rechoose } from "./newsroom-load.ts";
import { groupByKind } from "./render.ts";
import { makeAssets, selectMediaFiles } from "./shared-files.ts";
import { loadTemplates } from "./templates.ts";

/** Reads everything anew; keeps no state. `output` receives scripts, icons, media, and what Eleventy draws. */
export async function sliceWholeEdition(folders: Folders, output: string): Promise<Slice> {
  const loaded = await loadNewsroom({ folders, now: selectNow(undefined, process.env), preview: false, full: true });
  const assets = await makeAssets(loaded.newsroom.site, folders.cache);
  const edition = makeEdition(loaded, assets.addresses);
  rechoose(edition, loaded.update, true);
  const media = [
    ...selectMediaFiles(edition, folders.cache),
    ...selectCardFiles(edition, folders.cache),
    ...selectPackageFiles(edition, folders.packages),
  ];
  for (const files of [...assets.files, ...media, selectHostFiles(edition, assets.addresses)])
    await files.write(output);
  const templates = await loadTemplates();
  const plan = planPages(edition, templates, {});
  return new Slice(edition, groupByKind(plan.draw, templates), new PageWriter(output));
}
