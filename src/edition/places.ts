/** Pages of the site that are no article's: what a link in a text may name by its address. */
import { keyOf } from "../archive/key.ts";
import { type List, listAddress } from "./list-kinds.ts";
import { countPages } from "./lists.ts";

const TOOLS = [
  "index",
  "search",
  "library",
  "offline",
  "corrections",
  "archive/index",
  "topics/index",
  "authors/index",
];

/** What is asked of an edition. */
interface PlacesSource {
  readonly lists: ReadonlyMap<string, List>;
  readonly languages: readonly string[];
  readonly standing: readonly { readonly lang: string; readonly name: string }[];
  folderOf(lang: string): string;
}

/** Keys of the addresses of fronts, lists with their older pages, years, tools and standing pages. */
export function selectPlaces(edition: PlacesSource): ReadonlySet<number> {
  const places = new Set<number>();
  const add = (address: string): void => void places.add(keyOf(address));
  for (const list of edition.lists.values()) {
    const { kind, name, rows } = list;
    const folder = edition.folderOf(list.lang);
    add(listAddress(folder, list));
    if (kind === "month") add(`${folder}archive/${name.slice(0, 4)}.html`);
    for (let page = countPages(rows.length); page > 0; page--) add(listAddress(folder, list, page));
  }
  for (const lang of edition.languages) for (const name of TOOLS) add(`${edition.folderOf(lang)}${name}.html`);
  for (const page of edition.standing) add(`${edition.folderOf(page.lang)}${page.name}.html`);
  return places;
}
