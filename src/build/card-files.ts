/** Social cards as files: those of the site and its sections together, those of articles by month and language. */
import { join } from "node:path";
import type { Edition } from "../edition/edition.ts";
import { foldKey, keyOf } from "../archive/key.ts";
import { type Card, drawCards } from "../media/cards.ts";
import type { OnDamage } from "../media/kept-files.ts";
import { articleCard, sectionCard, siteCard } from "../pages/cards.ts";
import { makersKey } from "./code-key.ts";
import { codeFolder, type SharedFiles } from "./shared-files.ts";

/** Cards of what is open; none where the site has no address or the edition goes without. Reads articles only of months where something changed. */
export function selectCardFiles(edition: Edition, cache: string, onDamage?: OnDamage): SharedFiles[] {
  const { site, newsroom } = edition;
  if (site.url === undefined || edition.without.has("cards")) return [];
  const words = keyOf(
    JSON.stringify([site.title, site.tagline, site.agency, site.articleCards, site.tokens, newsroom.sections]),
  );
  const code = makersKey("cards");
  const cacheDir = codeFolder(join(cache, "cards"), makersKey("cardDrawings"));
  const file = (name: string, key: number, cards: () => readonly Card[]): SharedFiles => ({
    name,
    print: foldKey(words, key),
    code,
    write: async (staging) => drawCards(cards(), { cacheDir, outputDir: staging, onDamage }),
  });
  const sections = edition.listsOf("section").filter(({ lang }) => edition.languages.includes(lang));
  const pages = file("cards of sections", keyOf(sections.map(({ lang, name }) => `${lang} ${name}`).join()), () => [
    ...edition.languages.map((lang) => siteCard(edition, lang)),
    ...sections.map(({ lang, name }) => sectionCard(edition, lang, name)),
  ]);
  if (!site.articleCards) return [pages];
  const months = edition
    .listsOf("month")
    .map(({ lang, name, rows }) =>
      file(`cards of ${lang} ${name}`, edition.keys.ofHeads(rows), () =>
        rows.flatMap((row) => articleCard(edition, edition.head(row)) ?? []),
      ),
    );
  return [pages, ...months];
}
