/** Social cards: which there are and what they say. None where the site has no address, since only machines elsewhere show them. */

import type { ArticleHead } from "../article/article.ts";
import { renderDateline } from "../article/dateline.ts";
import type { SharedPicture } from "../components/metadata-facts.ts";
import type { Edition } from "../edition/edition.ts";
import { directionOf } from "../edition/frame.ts";
import { CARD_SIZE, type Card, cardAddress } from "../media/cards.ts";

/** The colours that cards are drawn in, where the newsroom gives its own. */
function inksOf({ site }: Edition): Pick<Card, "inks"> {
  const { paper, ink, accent } = site.tokens ?? {};
  if (paper === undefined && ink === undefined && accent === undefined) return {};
  const given = Object.entries({ paper, ink, accent }).filter(([, colour]) => colour !== undefined);
  return { inks: Object.fromEntries(given) };
}

function baseCard(edition: Edition, lang: string, title: string): Card {
  const { agency, title: site } = edition.site;
  const card = { title, site, dir: directionOf(lang), ...inksOf(edition) };
  return { ...card, ...(agency === undefined ? {} : { dateline: agency }) };
}

/** Of a language's front page; its words are the site's in that language, or its name alone. */
export function siteCard(edition: Edition, lang: string): Card {
  const { site } = edition;
  return baseCard(edition, lang, site.tagline?.[lang] ?? site.title);
}

export function sectionCard(edition: Edition, lang: string, slug: string): Card {
  const section = edition.section(slug);
  return baseCard(edition, lang, section.names[lang] ?? section.name);
}

/** Of an article, where the site wants one for each; a retracted one has none. */
export function articleCard(edition: Edition, article: ArticleHead): Card | undefined {
  const { site } = edition;
  if (!site.articleCards || article.retracted !== undefined) return undefined;
  const { title, lang, dateline, section } = article;
  const named = section === undefined ? undefined : edition.section(section);
  const label = named?.names[lang] ?? named?.name ?? article.kicker;
  return {
    title,
    site: site.title,
    dir: directionOf(lang),
    ...inksOf(edition),
    ...(label === undefined ? {} : { label }),
    ...(dateline === undefined ? {} : { dateline: renderDateline(dateline) }),
  };
}

/** The first of some cards that can be drawn, as pages refer to it. */
export function shareCard(
  { site, without }: Edition,
  ...cards: readonly (Card | undefined)[]
): SharedPicture | undefined {
  if (site.url === undefined || without.has("cards")) return undefined;
  for (const card of cards) {
    const address = card === undefined ? undefined : cardAddress(card);
    if (card !== undefined && address !== undefined) return { url: site.url + address, ...CARD_SIZE, alt: card.title };
  }
  return undefined;
}
