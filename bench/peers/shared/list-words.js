/** What the pages of lists say in passing. */
const ROOM = 160;

/** A list's name and its first headlines, cut after a whole word where they are longer than search engines show. */
export function describeList(title, articles) {
  const text = [title, ...articles.slice(0, 3).map((article) => article.title)].join(" · ");
  if (text.length <= ROOM) return text;
  const cut = text.slice(0, ROOM - 1);
  return `${cut.slice(0, cut.lastIndexOf(" ")).trimEnd()}…`;
}
