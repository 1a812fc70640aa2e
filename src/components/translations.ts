import type { ArticleView, Frame } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { wordsOf } from "./words.ts";

/** A language's name in itself: `Русский`. */
function nameOfLanguage(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** The same story in other languages, each named in its own. */
export function renderTranslations(frame: Frame, translations: ArticleView["translations"]): Html | undefined {
  const others = translations.filter((translation) => translation.lang !== frame.lang);
  if (others.length === 0) return undefined;
  const words = wordsOf(frame);
  const links = others.map(
    ({ href, lang, original }) =>
      html`<a href="${href}" lang="${lang}" hreflang="${lang}" rel="alternate"><bdi>${nameOfLanguage(lang)}</bdi></a>${original && html` (${words.say("translations.original")})`}`,
  );
  return html`<p class="translations">${words.phrase("translations", { languages: words.list(links) })}</p>`;
}
