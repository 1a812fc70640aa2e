/** The version of the house, as its package.json says it now: an upgrade changes it while a command runs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HOUSE } from "./folders.ts";

export function readHouseVersion(): string {
  const read: unknown = JSON.parse(readFileSync(join(HOUSE, "package.json"), "utf8"));
  return typeof read === "object" && read !== null && "version" in read ? String(read.version) : "";
}
