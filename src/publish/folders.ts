/** The folders of one newsroom, absolute. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface Folders {
  readonly content: string;
  readonly data: string;
  readonly output: string;
  readonly cache: string;
}

/** Where the house itself lies. */
export const HOUSE = fileURLToPath(new URL("../../", import.meta.url));

/** The folders that a command was given, the sample newsroom's where it was given none. */
export function selectFolders(given: { readonly [Name in keyof Folders]?: string | undefined }): Folders {
  return {
    content: resolve(given.content ?? `${HOUSE}src/content`),
    data: resolve(given.data ?? `${HOUSE}_data`),
    output: resolve(given.output ?? `${HOUSE}dist`),
    cache: resolve(given.cache ?? `${HOUSE}.cache`),
  };
}
