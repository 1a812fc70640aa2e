/** What Eleventy is told so that a newsroom's own templates work: formats, folders, data, collections, layouts, links. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import yaml from "js-yaml";
import { relativeAddress } from "../article/address.ts";
import type { Edition } from "../edition/edition.ts";
import { DIR, INCLUDES, INPUT, LAYOUTS } from "../newsroom/eleventy-folders.ts";
import { addressOfUrl, OWN_LAYOUTS, renderOwnLayout } from "../pages/own-page.ts";
import { collectArticles, makeTemplateEdition, makeTemplateSite } from "../pages/template-view.ts";

export interface OwnTemplateOptions {
  /** Where the newsroom lies; Eleventy is run from there. */
  readonly root: string;
  readonly edition: () => Edition | Promise<Edition>;
  /** Imports a file of the newsroom's own code. */
  readonly importFile: (path: string) => Promise<unknown>;
  /** Told the site-relative addresses of the newsroom's own pages that search engines may list, before any page is drawn. */
  readonly tellPages: (addresses: readonly string[]) => void | Promise<void>;
  /** False of the house's own templates, by their input path. */
  readonly isOwn: (inputPath: string) => boolean;
}

/** Eleventy's input, seen from the newsroom: a pattern where the folder is not there, which Eleventy insists on. */
export function inputOf(root: string): string {
  return existsSync(join(root, INPUT)) ? `./${INPUT}` : `./${INPUT}/*`;
}

/** Where Eleventy has the house's layouts; there are no such files. */
export const HOUSE_LAYOUTS = `${LAYOUTS}/dateline/`;

const LAYOUT_FORMAT = /\.(?:njk|liquid|html|md|11ty\.[cm]?[jt]s)$/;

/** The formats that the house adds to Eleventy's. */
export function addFormats(config: UserConfig): void {
  config.addTemplateFormats("11ty.ts");
  config.addExtension("11ty.ts", { key: "11ty.js" });
}

/** The names of layouts in a folder, below it. */
function listLayouts(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => LAYOUT_FORMAT.test(name))
    : [];
}

/** Layouts may lie in either folder; Eleventy itself looks in one. */
function addLayouts(config: UserConfig, root: string): void {
  const own = new Set(listLayouts(join(root, LAYOUTS)));
  for (const name of listLayouts(join(root, INCLUDES))) {
    const bare = name.replace(LAYOUT_FORMAT, "");
    if (own.has(name) || [...own].some((other) => other.replace(LAYOUT_FORMAT, "") === bare)) continue;
    for (const alias of [name, bare]) config.addLayoutAlias(alias, `${DIR.includes}/${name}`);
  }
  for (const name of OWN_LAYOUTS) {
    const render = (data: Parameters<typeof renderOwnLayout>[1]): string => renderOwnLayout(name, data);
    config.addTemplate(`${HOUSE_LAYOUTS}${name}.11ty.js`, { render });
    config.addLayoutAlias(`dateline/${name}`, `dateline/${name}.11ty.js`);
  }
  // Includes may lie in either folder as well.
  config.amendLibrary("njk", (library) => {
    for (const { searchPaths } of library.loaders ?? []) searchPaths?.push(join(root, LAYOUTS));
  });
  config.amendLibrary("liquid", ({ options }) => {
    for (const paths of new Set([options?.root, options?.partials, options?.layouts])) paths?.push(join(root, LAYOUTS));
  });
}

/** Data in YAML and TypeScript beside Eleventy's own JSON and JavaScript, and what the house knows. */
function addData(config: UserConfig, options: OwnTemplateOptions): void {
  for (const ending of ["yaml", "yml"])
    config.addDataExtension(ending, {
      parser: (content, path) => yaml.load(content, { schema: yaml.CORE_SCHEMA, filename: path }),
    });
  const parser = async (path: string): Promise<unknown> => {
    // Beside a template, other TypeScript is code that it imports.
    if (!path.endsWith(".11tydata.ts") && path.startsWith(`./${INPUT}/`)) return {};
    const imported = await options.importFile(join(process.cwd(), path));
    const value = typeof imported === "object" && imported !== null ? Reflect.get(imported, "default") : undefined;
    return typeof value === "function" ? await value() : value;
  };
  config.addDataExtension("ts", { parser, read: false });
  // Eleventy would take the day on which the file came onto this machine: another on each.
  config.addGlobalData("date", async () => new Date((await options.edition()).now));
  config.addGlobalData("edition", async () => makeTemplateEdition(await options.edition()));
  config.addGlobalData("site", async () => makeTemplateSite(await options.edition()));
  config.addCollection("articles", async () => collectArticles(await options.edition()));
}

/** Addresses that begin at the root are made relative, so that they hold below any path and from a disk. */
function addRelativeLinks(config: UserConfig, { isOwn }: OwnTemplateOptions): void {
  config.htmlTransformer.addUrlTransform(
    "html",
    function (url) {
      const { url: page } = this;
      if (!url.startsWith("/") || url.startsWith("//") || typeof page !== "string") return url;
      const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(url) ?? [];
      return relativeAddress(addressOfUrl(page), addressOfUrl(path)) + rest;
    },
    {
      // After all others: those of plugins give addresses that begin at the root.
      priority: -100,
      enabled: ({ baseHref, inputPath }) => baseHref === undefined && inputPath !== undefined && isOwn(inputPath),
    },
  );
}

/** Collects the addresses of pages before they are drawn: a sitemap names them. */
function addPageList(config: UserConfig, { isOwn, tellPages }: OwnTemplateOptions): void {
  const hidden = new Set<string>();
  config.addPreprocessor("dateline-pages", "*", (data, content) => {
    const { page } = data;
    // Of code, Eleventy would note the module itself, which knows its page: `--to=json` could not print it.
    if (typeof page === "object" && page !== null && typeof content !== "string")
      Object.defineProperty(page, "rawInput", { configurable: true, enumerable: false, writable: true });
    const path = typeof page === "object" && page !== null ? Reflect.get(page, "inputPath") : undefined;
    if (typeof path !== "string") return;
    // Eleventy takes a layout that is no file for a page, where layouts do not lie below its input.
    if (path.startsWith(`./${INPUT}/${HOUSE_LAYOUTS}`)) return false;
    if (data.eleventyExcludeFromCollections === true) hidden.add(path);
    else hidden.delete(path);
    return;
  });
  config.on("eleventy.contentMap", ({ inputPathToUrl }: { inputPathToUrl: Record<string, (string | false)[]> }) => {
    const urls = Object.entries(inputPathToUrl)
      .filter(([path]) => isOwn(path) && !hidden.has(path))
      .flatMap(([, listed]) => listed);
    const addresses = urls.flatMap((url) => (typeof url === "string" ? [addressOfUrl(url)] : []));
    return tellPages(addresses.filter((address) => address.endsWith(".html")).sort());
  });
}

/** Tells all of it. Folders are not told here, since a plugin may not: see `dateline.ts`. */
export function addOwnTemplates(config: UserConfig, options: OwnTemplateOptions): void {
  addFormats(config);
  addLayouts(config, options.root);
  addData(config, options);
  // Eleventy's transformer of markup is there when plugins run.
  config.addPlugin((late) => addRelativeLinks(late, options));
  addPageList(config, options);
}

/** A path as Eleventy takes it: relative to where it runs. */
export function seenFrom(folder: string, path: string): string {
  return `./${relative(folder, path)}`;
}
