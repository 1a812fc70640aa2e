/** `worker.js` at the site's root: the service worker, with what it must know of the site. */
import type { Edition } from "../edition/edition.ts";
import { foldKey, foldKeys, keyOf } from "../archive/key.ts";
import { makersKey } from "./code-key.ts";
import { bundleScript } from "./scripts.ts";
import { type SharedFiles, stage } from "./shared-files.ts";

/** Bytes that the pages a reader has read may take on the device; what was saved by wish comes on top. */
const READ_LIMIT = 64_000_000;
/** Strings of the library's page alone. */
const PAGE_ONLY = new Set(["about", "noscript", "empty", "total", "unsupported", "read"]);

const PREFIX = "library.";

const NOT_ASCII = /[^ -~]/g;
const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

function selectWords(strings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(strings)
      .filter(([key]) => key.startsWith(PREFIX) && !PAGE_ONLY.has(key.slice(PREFIX.length)))
      .map(([key, text]) => [key.slice(PREFIX.length), text]),
  );
}

/**
 * The worker of an edition. `prints` are those of its pages by address: the worker's version changes with what it
 * fetches beforehand (the offline and library pages, the shared scripts, the icon) and with its own code, and with
 * nothing else, so that an article that is published does not make every reader fetch a shell.
 */
export function selectWorkerFile(edition: Edition, prints: Readonly<Record<string, number>>): SharedFiles {
  const { assets, languages, newsroom } = edition;
  const code = makersKey("worker");
  const tools = languages.flatMap((lang) =>
    ["offline", "library"].map((name) => `${edition.folderOf(lang)}${name}.html`),
  );
  const scripts = [assets.script, assets.library, assets.icon, assets["site.webmanifest"]];
  const settings = {
    shell: [...tools, ...scripts.filter((address) => address !== undefined && address !== ""), "assets/moment.js"],
    folders: languages.map((lang) => edition.folderOf(lang).replace(/\/$/, "")).filter((folder) => folder !== ""),
    words: Object.fromEntries(languages.map((lang) => [lang, selectWords(newsroom.strings[lang] ?? {})])),
    limit: READ_LIMIT,
  };
  const pages = foldKeys(tools.map((address) => prints[address] ?? 0));
  const print = foldKey(foldKey(code, keyOf(JSON.stringify(settings))), pages);
  const version = (print >>> 0).toString(36);
  return {
    name: "worker",
    print,
    code,
    write: async (staging) => {
      const { text } = await bundleScript("worker");
      const known = JSON.stringify({ version, ...settings }).replace(NOT_ASCII, escapeUnit);
      stage(staging, "worker.js", `self.dateline=${known};\n${text}`);
      return ["worker.js"];
    },
  };
}
