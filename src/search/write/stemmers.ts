/** The stemmer of each language: for the writer as a function, for readers as a small script of its own. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { hashContent } from "../../content-hash.ts";
import type { Stem } from "../text/analysis.ts";
import type { SearchFile } from "./search-document.ts";

const ORAMA: Readonly<Record<string, string>> = {
  ar: "arabic",
  bg: "bulgarian",
  da: "danish",
  de: "german",
  el: "greek",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hi: "indian",
  hu: "hungarian",
  hy: "armenian",
  id: "indonesian",
  it: "italian",
  lt: "lithuanian",
  nb: "norwegian",
  ne: "nepali",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sr: "serbian",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
  uk: "ukrainian",
};

/** Module and export that hold the stemmer of a language, by its first subtag; undefined where none is known. */
function moduleOf(lang: string): { readonly name: string; readonly code: string } | undefined {
  const language = lang.toLowerCase().split("-")[0] ?? "";
  if (language === "en") return { name: "wink-porter2-stemmer", code: 'import stem from "wink-porter2-stemmer";' };
  const orama = Object.hasOwn(ORAMA, language) ? ORAMA[language] : undefined;
  if (orama === undefined) return undefined;
  return { name: `@orama/stemmers/${orama}`, code: `import {stemmer as stem} from "@orama/stemmers/${orama}";` };
}

const require = createRequire(import.meta.url);

function asStem(exported: unknown, name: string): Stem {
  const found =
    typeof exported === "object" && exported !== null && "stemmer" in exported ? exported.stemmer : exported;
  if (typeof found !== "function") throw new TypeError(`search: ${name} exports no stemmer`);
  return (word) => {
    const stem: unknown = found(word);
    if (typeof stem !== "string") throw new TypeError(`search: ${name} gave no text for ${word}`);
    return stem;
  };
}

/** Stemmer of a language (BCP 47); undefined where there is none, and words are only folded. */
export function stemmerOf(lang: string): Stem | undefined {
  const module = moduleOf(lang);
  return module && asStem(require(module.name), module.name);
}

/** A stemmer's script, and the key that it reports under. */
export interface StemmerScript {
  readonly key: string;
  readonly file: SearchFile;
}

const scripts = new Map<string, Promise<StemmerScript>>();

/** The same stemmer as a classic script, `search/stem-<language>-<hash8>.js`; bundled once in a process. */
export async function stemmerScript(lang: string): Promise<StemmerScript | undefined> {
  const module = moduleOf(lang);
  if (module === undefined) return undefined;
  const language = lang.toLowerCase().split("-")[0] ?? lang;
  const script = scripts.get(language) ?? bundleStemmer(language, module.code);
  scripts.set(language, script);
  return script;
}

async function bundleStemmer(language: string, code: string): Promise<StemmerScript> {
  const { build } = await import("esbuild");
  const result = await build({
    bundle: true,
    charset: "ascii",
    format: "iife",
    legalComments: "none",
    logLevel: "silent",
    minify: true,
    platform: "browser",
    stdin: {
      contents: `${code} globalThis.dateline.search("KEY", stem);`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    target: "es2022",
    write: false,
  });
  const text = result.outputFiles[0]?.text ?? "";
  const key = `stem-${language}-${hashContent(text)}`;
  return { key, file: { address: `search/${key}.js`, text: text.replace('"KEY"', JSON.stringify(key)) } };
}
