/** Marks what readers do not see: drafts, articles that wait, and those that are over. */

/** By address, such as `2031/05/06/harbour.html`: `Draft`. */
export type Marks = Readonly<Record<string, string>>;

const MARK = "preview-mark";

/** The site-relative address that a link leads to; a host finds pages without `.html` too. */
function addressOf({ origin, pathname }: { readonly origin: string; readonly pathname: string }): string {
  if (origin !== location.origin) return "";
  const path = decodeURI(pathname).slice(1);
  return path.endsWith(".html") ? path : `${path}.html`;
}

function put(before: Element, words: string): void {
  const mark = document.createElement("span");
  mark.className = `label ${MARK}`;
  mark.textContent = words;
  before.prepend(mark, " ");
}

/** Puts a mark before the headline of the page, and before each link to an article that has one. */
export function showMarks(marks: Marks): void {
  for (const old of document.querySelectorAll(`.${MARK}`)) old.remove();
  const own = marks[addressOf(location)];
  const headline = document.querySelector("main h1");
  if (own !== undefined && headline !== null) put(headline, own);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("main a[href]")) {
    const words = marks[addressOf(link)];
    // A picture's link, and a part of the page itself.
    if (words === undefined || link.hash !== "" || link.textContent.trim() === "") continue;
    put(link, words);
  }
}
