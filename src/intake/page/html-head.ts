/** What a page says of itself beside its headline, times and authors: address, language, section, kicker, main picture. */

import { KICKER_NAME } from "./html-headline.ts";
import { type HtmlPicture, readPicture } from "./html-picture.ts";
import { bareLetters } from "./html-shingles.ts";
import { absoluteUrl } from "./html-to-hast.ts";
import { isWithin, namesOf, plainLine, textOf } from "./html-tree.ts";
import { selectVisible, type Witnesses } from "./html-witnesses.ts";
import { asObject, asText } from "../json.ts";
import { listOf, wordsOf } from "./linked-data.ts";

/** The page's canonical address; `given` is where it was fetched from. */
export function selectAddress(witnesses: Witnesses, given: string | undefined): string | undefined {
  const canonical = witnesses.canonical;
  const main = witnesses.article.mainEntityOfPage;
  const candidates = [
    canonical,
    witnesses.meta("og:url")[0],
    asText(witnesses.article.url),
    asText(asObject(main)?.["@id"]) ?? asText(main),
    given,
  ];
  for (const candidate of candidates) {
    const url = candidate === undefined ? undefined : absoluteUrl(candidate, given);
    // A canonical address without a path names the whole site by mistake.
    if (url?.startsWith("http") && new URL(url).pathname.length > 1) return url;
  }
  return undefined;
}

/** BCP 47, in its usual letter case, or undefined where the page names none that is one. */
export function selectLanguage(witnesses: Witnesses): string | undefined {
  const { html, meta, article } = witnesses;
  for (const given of [
    html?.attribs.lang,
    html?.attribs["xml:lang"],
    wordsOf(article.inLanguage),
    ...meta("content-language", "og:locale", "language", "dc.language"),
  ]) {
    const tag = given
      ?.trim()
      .replaceAll("_", "-")
      .split(/[,;\s]/)[0];
    if (tag === undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) continue;
    try {
      return Intl.getCanonicalLocales(tag)[0];
    } catch {
      // Not a tag: the next witness is asked.
    }
  }
  return undefined;
}

/** The desk: what the page's data names, else the last but one step of its breadcrumbs. */
export function selectSection(witnesses: Witnesses): string | undefined {
  const { article, meta, data, itemprops } = witnesses;
  const site = bareLetters(meta("og:site_name")[0] ?? "");
  const crumbs = data.breadcrumbs.filter(
    (crumb) =>
      !/^(?:home|start(?:seite)?|accueil|inicio|portada|главная|front ?page|hem|forside|etusivu|strona główna)$/i.test(
        crumb,
      ),
  );
  const title = bareLetters(wordsOf(article.headline) ?? meta("og:title")[0] ?? "");
  const candidates = [
    ...listOf(article.articleSection).flatMap((entry) => wordsOf(entry)?.split(/\s*,\s*/)[0] ?? []),
    ...meta("article:section", "og:article:section", "parsely-section", "sailthru.section"),
    ...(itemprops.get("articleSection") ?? []).map((element) => textOf(element)),
    ...crumbs.filter((crumb) => bareLetters(crumb) !== title).slice(-1),
  ];
  return candidates.find(
    (candidate) =>
      candidate.length > 1 &&
      candidate.length < 40 &&
      !/[/[\]{}"]|\.\w{2,3}$/.test(candidate) &&
      bareLetters(candidate) !== site &&
      bareLetters(candidate) !== title,
  );
}

/** The short label above the headline. */
export function selectKicker(witnesses: Witnesses, title: string | undefined): string | undefined {
  const headline = witnesses.headlines[0];
  if (headline === undefined) return undefined;
  const holder = headline.parent?.parent ?? headline.parent;
  for (const element of selectVisible(witnesses, (candidate) => KICKER_NAME.test(namesOf(candidate)))) {
    if (!isWithin(element, (outer) => outer === headline || outer === holder || outer === headline.parent)) continue;
    const text = textOf(element).replace(/\s*[:|–—]$/, "");
    if (text !== "" && text.length < 60 && bareLetters(text) !== bareLetters(title ?? "")) return text;
  }
  return undefined;
}

/** File name of an address without sizes, by which two versions of a picture are told to be one. */
function stemOf(address: string): string {
  const name =
    address
      .replace(/[?#].*$/s, "")
      .split("/")
      .pop() ?? "";
  return name
    .toLowerCase()
    .replace(/\.\w{3,5}$/, "")
    .replace(/[-_@]?\d{2,4}x\d{2,4}|[-_](?:scaled|small|medium|large|\d{3,4}w?)$/g, "");
}

/** The picture that stands for the article, with the words that the page prints beside it. */
export function selectMainPicture(witnesses: Witnesses, base: string | undefined): HtmlPicture | undefined {
  const { meta, article } = witnesses;
  const linked = asObject(witnesses.data.resolve(listOf(article.image)[0]));
  const addresses = [
    meta("og:image", "og:image:url", "og:image:secure_url")[0],
    meta("twitter:image", "twitter:image:src")[0],
    asText(linked?.url) ?? asText(linked?.contentUrl) ?? asText(listOf(article.image)[0]),
  ];
  const told = addresses.flatMap((address) => (address === undefined ? [] : (absoluteUrl(address, base) ?? [])))[0];
  const figures = selectVisible(
    witnesses,
    (element) =>
      element.name === "figure" &&
      !isWithin(
        element,
        (outer) => /^(?:nav|footer|aside)$/.test(outer.name) || /related|recommend|teaser|sidebar/.test(namesOf(outer)),
      ),
  );
  const pictures = figures.flatMap((figure) => {
    const picture = readPicture(figure, base);
    return picture?.url === undefined ? [] : [picture];
  });
  const stem = told === undefined ? "" : stemOf(told);
  const printed =
    pictures.find((picture) => picture.url !== undefined && stem.length > 3 && stemOf(picture.url) === stem) ??
    pictures.find((picture) => picture.url?.startsWith("https://part.invalid/"));
  const main = printed ?? (told === undefined ? undefined : { url: told });
  if (main === undefined) return undefined;
  const alt = main.alt ?? meta("og:image:alt", "twitter:image:alt")[0];
  const caption =
    main.caption ?? wordsOf(linked?.caption) ?? (printed === undefined ? undefined : wordsOf(linked?.description));
  const credit =
    main.credit ?? wordsOf(linked?.creditText) ?? wordsOf(linked?.copyrightHolder) ?? wordsOf(linked?.author);
  return {
    ...main,
    ...(alt === undefined ? {} : { alt: plainLine(alt) }),
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  };
}
