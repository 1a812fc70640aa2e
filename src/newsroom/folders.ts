/** The folders of one newsroom, absolute. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface Folders {
  readonly content: string;
  readonly data: string;
  readonly output: string;
  readonly cache: string;
  /** Where packaged editions lie that the site is to offer; none where unset. */
  readonly packages?: string;
}

/** Where the house itself lies. */
export const HOUSE = fileURLToPath(new URL("../../", import.meta.url));

/** What `cli/dateline.js` made of the sources, where they run compiled; the sources themselves where they do not. */
const CODE = process.env.DATELINE_CODE ?? HOUSE;
/** Where compiled code keeps what follows from its sources; undefined where the sources themselves run. */
export const KEPT_WITH_CODE = process.env.DATELINE_CODE;
/** How the files of the running code end. */
const KIND = process.env.DATELINE_CODE === undefined ? "ts" : "js";

/** The page templates, and Eleventy's configuration, of the running code. */
export const TEMPLATES = {
  folder: join(CODE, "src/pages"),
  ending: `.11ty.${KIND}`,
  config: join(CODE, `.eleventy.${KIND}`),
};

/** Runs a command of the house, or a process that one forks. */
export const LAUNCHER = join(HOUSE, "src/cli/dateline.js");

/** The folders that a command was given, the sample newsroom's where it was given none. The house's packages are of its own content. */
export function selectFolders(given: { readonly [Name in keyof Folders]?: string | undefined }): Folders {
  const packages = given.packages ?? (given.content === undefined ? `${HOUSE}packages` : undefined);
  return {
    content: resolve(given.content ?? `${HOUSE}src/content`),
    data: resolve(given.data ?? `${HOUSE}_data`),
    output: resolve(given.output ?? `${HOUSE}dist`),
    cache: resolve(given.cache ?? `${HOUSE}.cache`),
    ...(packages === undefined ? {} : { packages: resolve(packages) }),
  };
}
