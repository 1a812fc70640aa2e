/** Wiring for Eleventy, and nothing else: folders, formats, the pages to be drawn, the dev server. */
import { relative } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { parseYaml } from "./src/article/yaml.ts";
import { HOUSE, selectFolders, TEMPLATES } from "./src/newsroom/folders.ts";
import { sliceWholeEdition } from "./src/build/whole-edition.ts";

/** Eleventy's folders are relative to where it runs; the house may lie elsewhere. */
const here = (path: string): string => `./${relative(process.cwd(), path) || "."}`;

export default function configure(config: UserConfig) {
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  // A page is whole when it is drawn; Eleventy's own transforms (bundles, addresses) would only look at each in turn.
  config.transforms = {};
  config.addTemplateFormats("11ty.ts");
  config.addExtension("11ty.ts", { key: "11ty.js" });
  config.addDataExtension("yaml", (text) => {
    const parsed = parseYaml({ text, file: "_data", linesBefore: 0 });
    if ("problem" in parsed) throw new SyntaxError(parsed.problem.fault);
    return parsed.value;
  });
  // A build hands over the slice it wants drawn; run by itself, Eleventy draws the whole edition.
  const alone = config.globalData.slice === undefined;
  if (alone) {
    const folders = selectFolders({});
    config.addGlobalData("slice", () => sliceWholeEdition(folders, config.directories.output));
    config.addWatchTarget(folders.content);
    config.addWatchTarget(folders.data);
  }
  return {
    dir: {
      input: here(TEMPLATES.folder),
      // A slice brings its edition along; read again here, the newsroom's data would be copied for every page.
      data: alone ? "../../_data" : "_data",
      includes: "../components",
      ...(alone ? { output: `${here(HOUSE)}/dist` } : {}),
    },
  };
}
