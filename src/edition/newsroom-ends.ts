/** What the files of `_data/` promise and the edition does not have: told, since pages are made without it. */
import type { Edition } from "./edition.ts";
import { selectHeard } from "./feed-view.ts";
import type { LooseEnd } from "./loose-end.ts";

/** Loose ends of the newsroom's own files. */
export function findNewsroomEnds(edition: Edition): LooseEnd[] {
  const { site, standing } = edition;
  const file = "_data/site.yaml";
  const ends: LooseEnd[] = [];
  for (const name of site.navigation ?? []) {
    if (standing.some((page) => page.name === name)) continue;
    const known = standing.map((page) => page.name).join(", ");
    ends.push({
      file,
      key: "navigation",
      found: name,
      fault: "names no standing page, and is left out",
      instead:
        known === ""
          ? `Write pages/${name}.md.`
          : `Write pages/${name}.md, or one of ${[...new Set(known.split(", "))].join(", ")}.`,
    });
  }
  for (const lang of site.languages) {
    if (lang === site.language || edition.languages.includes(lang)) continue;
    ends.push({
      file,
      key: "languages",
      found: lang,
      fault: "has no article yet, and no pages",
      instead: `Write \`lang: ${lang}\` in an article, or take it out.`,
    });
  }
  const heard = edition.languages.some((lang) => selectHeard(edition, lang).length > 0);
  if (heard && site.url !== undefined && site.publisher?.logo === undefined)
    ends.push({
      file,
      key: "publisher.logo",
      found: "none",
      fault: "is missing, and the podcast has no artwork, which directories ask for",
      instead: "Put a square picture of 1,400 to 3,000 pixels below media/, and name it.",
    });
  return ends;
}
