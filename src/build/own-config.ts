/** A newsroom's own configuration of Eleventy, as a build uses it, and whether it acts on pages that the house draws. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type Eleventy from "@11ty/eleventy";
import type { UserConfig } from "@11ty/eleventy";
import { foldKeys, keyOf } from "../archive/key.ts";
import { bundleOwn, type OwnModule } from "./own-modules.ts";
import { listFiles } from "./shared-files.ts";

/** Where it may lie. */
export const CONFIG_NAMES = [
  ".eleventy.ts",
  "eleventy.config.ts",
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
] as const;

/** The newsroom's configuration; undefined where it has none. Throws where it cannot be compiled. */
export async function findOwnConfig(root: string, cache: string): Promise<OwnModule | undefined> {
  const name = CONFIG_NAMES.find((known) => existsSync(join(root, known)));
  return name === undefined ? undefined : bundleOwn(join(root, name), cache);
}

/** Eleventy's own, which do nothing to pages that ask nothing of them. */
const BUILT_IN = /^@11ty\/eleventy(?:-bundle(?:\/delayed)?|\/html-transformer)$/;

/**
 * True where a transform, a linter or a listener for written pages would see pages of the house: these are then drawn one
 * by one. Call when all plugins have run.
 */
export function actsOnPages(config: UserConfig): boolean {
  const { transforms, linters, htmlTransformer, events } = config;
  const onMarkup = [htmlTransformer.callbacks, htmlTransformer.plugins]
    .flatMap((kind) => Object.values(kind).flat())
    .some(({ enabled }) => enabled?.({}) ?? true);
  return (
    onMarkup ||
    Object.keys(transforms).some((name) => !BUILT_IN.test(name)) ||
    Object.keys(linters).length > 0 ||
    events.listenerCount("eleventy.after") > 0
  );
}

/** A key of all that such a transform is made of: the configuration, the versions of packages, and the files that it watches. */
export function keyOfActs(config: UserConfig, { key }: OwnModule, root: string): number {
  const locks = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock"].map((name) => join(root, name));
  const watched = config.additionalWatchTargets.flatMap((target) => {
    const path = resolve(root, target);
    const below = relative(root, path);
    // A glob, or what is no part of the newsroom, tells nothing here.
    if (/[*?{}]/.test(target) || below.startsWith("..") || !existsSync(path)) return [];
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
  const files = [...locks.filter((path) => existsSync(path)), ...watched.sort()];
  return foldKeys([key, ...files.map((path) => keyOf(`${relative(root, path)}\n${readFileSync(path, "latin1")}`))]);
}

/** Leaves a run only some templates: what else plugins bring, and what is copied as it is, belongs to the run of the newsroom's own pages. */
export function isolate({ eleventyConfig }: Eleventy, files: readonly string[]): void {
  const { userConfig, config } = eleventyConfig;
  const kept = new Set(files);
  for (const { virtualTemplates, passthroughCopies } of [userConfig, config]) {
    for (const name of Object.keys(virtualTemplates)) if (!kept.has(name)) delete virtualTemplates[name];
    for (const name of Object.keys(passthroughCopies)) delete passthroughCopies[name];
  }
  for (const name of Object.keys(userConfig.collections)) delete userConfig.collections[name];
}

/** Has a run say nothing: what is slow in it is for who writes templates, and is told by Eleventy run by itself. */
export function silence(eleventy: Eleventy): void {
  eleventy.disableLogger();
  for (const group of Object.values(eleventy.bench.benchmarkGroups)) group.minimumThresholdMs = 0;
}
