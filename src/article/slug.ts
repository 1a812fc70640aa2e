/** A name as it stands in an address: `Łódź & the Sea` → `lodz-the-sea`, `Новости` → `novosti`, `C++` → `c-plus-plus`. */
import { codeOf, isDeviceName, NAME_LENGTH } from "./address.ts";
import { romanise } from "./latin-letters.ts";
import { spellLatin } from "./latin-spelling.ts";

/** How a newsroom writes addresses: in Latin letters, or with letters of other scripts as they are. */
export const ADDRESS_LETTERS = ["latin", "unicode"] as const;
export type AddressLetters = (typeof ADDRESS_LETTERS)[number];

export interface SlugRule {
  /** BCP 47; decides how its letters are written in Latin ones. */
  readonly lang?: string;
  /** Latin where unset. */
  readonly letters?: AddressLetters;
}

/** Letters of other scripts with their marks, and digits of other scripts. */
const OTHER_SCRIPT = /(?:[^\p{Script=Latin}\P{L}]\p{M}*|[^0-9\P{Nd}])+/gu;
const PLAIN = /^[\x00-\x7f]*$/;

/** Tags and places come again with every article that has them; so many names are remembered. */
const SLUGS_KEPT = 20_000;
const slugs = new Map<string, string>();

/** A name for a title, at most 60 characters; one without a letter or digit that can be written gets its code. */
export function slugOf(title: string, { lang, letters = "latin" }: SlugRule = {}): string {
  // Most names are of Latin letters, whatever the language.
  const key = PLAIN.test(title) ? title : `${letters} ${lang ?? ""} ${title}`;
  let slug = slugs.get(key);
  if (slug === undefined) {
    if (slugs.size >= SLUGS_KEPT) slugs.clear();
    slug = makeSlug(title, lang, letters);
    slugs.set(key, slug);
  }
  return slug;
}

/** True for a name that an editor may set as `slug`: words of any script with hyphens between them. */
export function isSlug(text: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u.test(text) &&
    text === text.toLowerCase() &&
    text.length <= NAME_LENGTH &&
    !isDeviceName(text)
  );
}

/**
 * What two names must have in common to be one topic or one place: all but case, accents, punctuation. Names that a slug
 * makes alike and this does not are different ones.
 */
export function foldName(name: string): string {
  return wordsOf(name, (run) => run).join(" ");
}

/** `C++`, `Disney+`, `F#`: signs after a letter, at the end of a word, are part of its name. */
function sayModifiers(text: string): string {
  return text
    .replace(
      /(?<=[\p{L}\p{N}])\++(?![\p{L}\p{N}])|(?<=[\p{L}\p{N}])\+{2,}/gu,
      (signs) => `${" plus".repeat(signs.length)} `,
    )
    .replace(/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}])/gu, " sharp ");
}

function wordsOf(title: string, write: (run: string) => string): string[] {
  return sayModifiers(title.normalize("NFC").toLowerCase())
    .replace(/['’ʼ]/g, "")
    .split(OTHER_SCRIPT_PARTS)
    .map((part, index) => (index % 2 === 1 ? write(part) : foldLatin(part)))
    .join("")
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");
}

const OTHER_SCRIPT_PARTS = new RegExp(`(${OTHER_SCRIPT.source})`, "u");

function foldLatin(text: string): string {
  return spellLatin(text)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f.]/g, "");
}

/** Of letters that are still none of `a-z`, few are left: `ə` → `e`. */
function toAscii(word: string): string[] {
  return PLAIN.test(word)
    ? [word]
    : romanise(word, undefined)
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((part) => part !== "");
}

function makeSlug(title: string, lang: string | undefined, letters: AddressLetters): string {
  const words =
    letters === "unicode"
      ? wordsOf(title, (run) => run)
      : wordsOf(title, (run) =>
          romanise(run, lang)
            .toLowerCase()
            .replace(/['’ʼ\x60]/g, ""),
        ).flatMap(toAscii);
  const spoken = words.some((word) => /\p{L}/u.test(word));
  if (words.length === 0 || (!spoken && /\p{L}/u.test(title))) return codeOf(title);
  let slug = "";
  for (const word of words) {
    if (slug !== "" && slug.length + 1 + word.length > NAME_LENGTH) break;
    slug = slug === "" ? cutWord(word) : `${slug}-${word}`;
  }
  return isDeviceName(slug) ? `${slug}-1` : slug;
}

/** Not between the halves of a letter, nor between a letter and its marks. */
function cutWord(word: string): string {
  if (word.length <= NAME_LENGTH) return word;
  const cut = word.slice(0, NAME_LENGTH).replace(/[\ud800-\udbff]$/, "");
  return /^\p{M}/u.test(word.slice(cut.length)) ? cut.replace(/\P{M}\p{M}*$/u, "") : cut;
}
