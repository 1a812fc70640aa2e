/** Names and addresses: lowercase ASCII, at most 60 characters, safe on every file system and host. */
import { hash } from "node:crypto";

/** Without 0, 1, i, l, o: a reader can tell every character from every other on paper. */
const CODE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const CODE_LENGTH = 7;
export const NAME_LENGTH = 60;

/** Names that Windows keeps for devices, with whatever ending; and `index`, which is the list of a folder's pages. */
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)$/;
/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
};

/** Seven characters derived from a text alone: the short code of an address. */
export function codeOf(text: string): string {
  let number = Number.parseInt(hash("sha256", text, "hex").slice(0, 12), 16) % CODE_ALPHABET.length ** CODE_LENGTH;
  let code = "";
  for (let index = 0; index < CODE_LENGTH; index++) {
    code += CODE_ALPHABET[number % CODE_ALPHABET.length];
    number = Math.floor(number / CODE_ALPHABET.length);
  }
  return code;
}

/** True for a name that may stand in an address. */
export function isName(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= NAME_LENGTH && !DEVICE_NAME.test(name);
}

/** True for a short code an editor may set. */
export function isCode(code: string): boolean {
  return code.length === CODE_LENGTH && [...code].every((character) => CODE_ALPHABET.includes(character));
}

/** Tags and places come again with every article that has them; so many names are remembered. */
const SLUGS_KEPT = 20_000;
const slugs = new Map<string, string>();

/** A name for a title: `Łódź & the Sea` → `lodz-the-sea`; a title without a Latin letter or digit gets its code. */
export function slugOf(title: string): string {
  let slug = slugs.get(title);
  if (slug === undefined) {
    if (slugs.size >= SLUGS_KEPT) slugs.clear();
    slug = makeSlug(title);
    slugs.set(title, slug);
  }
  return slug;
}

function makeSlug(title: string): string {
  if (isName(title)) return title;
  const words = title
    .toLowerCase()
    .replace(/[ßæœøłđðþıħŧŋ]/g, (letter) => LATIN[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’ʼ.]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const latin = /[a-z]/.test(words.join(""));
  if (words.length === 0 || (!latin && /\p{L}/u.test(title))) return codeOf(title);
  let slug = "";
  for (const word of words) {
    if (slug !== "" && slug.length + 1 + word.length > NAME_LENGTH) break;
    slug = slug === "" ? word.slice(0, NAME_LENGTH) : `${slug}-${word}`;
  }
  return DEVICE_NAME.test(slug) ? `${slug}-1` : slug;
}

/** Where the page behind a short code lies: `s/k3/x9q2p.html`. */
export function shortAddress(code: string): string {
  return `s/${code.slice(0, 2)}/${code.slice(2)}.html`;
}

/** `{year}/{month}/{day}/{slug}.html`, below `<lang>/` for another language than the site's. */
export function articleAddress(
  day: { year: number; month: number; day: number },
  slug: string,
  folder: string,
): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${folder}${String(day.year).padStart(4, "0")}/${two(day.month)}/${two(day.day)}/${slug}.html`;
}

/** A document-relative link between two site-relative addresses: `relativeAddress("s/a/b.html", "index.html")` → `../../index.html`. */
export function relativeAddress(from: string, to: string): string {
  let shared = 0;
  for (let index = 0; index < from.length && from[index] === to[index]; index++) {
    if (from[index] === "/") shared = index + 1;
  }
  let up = "";
  for (let index = shared; index < from.length; index++) if (from[index] === "/") up += "../";
  return up + to.slice(shared);
}
