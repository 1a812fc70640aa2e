/** Texts that are hard for one reader or another, in any size: each repeats what makes a careless reader look at everything again. */

export interface HardText {
  readonly name: string;
  /** About so many characters. */
  readonly make: (size: number) => string;
}

const repeat =
  (unit: string, before = "", after = "") =>
  (size: number) =>
    before + unit.repeat(Math.max(1, Math.floor(size / unit.length))) + after;
/** Numbered units: no two are the same. */
const counted =
  (unit: (index: number) => string, before = "", after = "") =>
  (size: number) => {
    const parts = [before];
    for (let index = 0, length = 0; length < size; index++) {
      const part = unit(index);
      length += part.length;
      parts.push(part);
    }
    return parts.join("") + after;
  };
const texts = (made: Readonly<Record<string, HardText["make"]>>): HardText[] =>
  Object.entries(made).map(([name, make]) => ({ name, make }));

export const HARD_MARKDOWN = texts({
  "footnotes that are used": counted((index) => `a[^${index}]\n\n[^${index}]: b\n\n`),
  "footnotes that are nowhere": counted((index) => `[^${index}]`),
  "one footnote used again and again": repeat("a[^1] ", "[^1]: note\n\n"),
  "inline footnotes": repeat("^[a"),
  "opening brackets": repeat("["),
  "opening pictures": repeat("!["),
  "links that never close": repeat("[a](b "),
  "links in pointed brackets": repeat("[a](<b"),
  "link definitions": counted((index) => `[r${index}]: https://a.example/${index}\n`),
  "one link definition used": repeat("[r] ", "[r]: https://a.example/\n\n"),
  stars: repeat("*a **b "),
  "stars and underscores": repeat("*_"),
  "closing stars": repeat("a**b*"),
  backticks: counted((index) => `a${"`".repeat(index % 200)}`),
  "quotation in quotation": repeat("> "),
  "lists in lists": counted((index) => `${" ".repeat(index % 40)}- a\n`),
  "numbered lines": counted((index) => `${index}. a\n`),
  headings: counted((index) => `## Quay ${index}\n\n`),
  "equal headings": repeat("## Quay\n\n"),
  "table rows": repeat("|a|b|\n", "|a|b|\n|-|-|\n"),
  "table columns": repeat("a|"),
  "addresses in a line": repeat("https://a.example/"),
  "mail in a line": repeat("a@b.c"),
  tags: repeat("<b>"),
  "tags that never close": repeat("<a href="),
  comments: repeat("<!--"),
  entities: repeat("&#38;&quot"),
  dashes: repeat("--- "),
  quotes: repeat(`"'`),
  blanks: repeat(" ", "a", "b"),
  "empty lines": repeat("\n"),
  details: repeat(":::\n"),
});

export const HARD_WIRES = texts({
  ends: repeat("ends\n"),
  "ends with text": counted((index) => `Line ${index} of it.\nends\n`),
  "frames of telegraphs": repeat("ZCZC\nNNNN\n"),
  "frames that never end": repeat("ZCZC "),
  "frames in a line": repeat("ZCZC…NNNN"),
  "line ends of IPTC 7901": repeat("\u0002\r\n", "\u0001AB1234 3 pol 99\r\n"),
  "carriage returns": repeat("\r", "\u0001AB1234 3 pol 99\r\n\u0002"),
  "blanks of IPTC 7901": repeat(" \r\n", "\u0001AB1234 3 pol 99\r\n\u0002a", "b\u0003"),
  "starts of text": repeat("\u0001\u0002"),
  "ANPA starts": repeat("\u0016\u0016\u0001a"),
  datelines: repeat("QUAY, Jan 15 (Coast Wire) - "),
  "lines of capitals": repeat("QUAY\n"),
  "By By By": repeat("By "),
  dates: repeat("15 January 2021 "),
  brackets: repeat("("),
  "brackets that close": repeat("(a) "),
  "tags of a wire": repeat("#a "),
  "equal paragraphs": repeat("The ships came in.\n\n"),
  "different paragraphs": counted((index) => `The ship number ${index} came in.\n\n`),
  "telephone numbers": repeat("+1 555 "),
  "one long word": repeat("a"),
  "blanks in a line": repeat(" ", "a", "b"),
  commas: repeat("a, "),
  stops: repeat("a. "),
  "more follows": repeat("(more)\n"),
  labels: repeat("Photo: a\n"),
});

export const HARD_PAGES = texts({
  "open boxes": repeat("<div>"),
  "open paragraphs": repeat("<p>a"),
  "open links": repeat("<a href=b>c"),
  "open formatting": repeat("<b><i>"),
  "tables in tables": repeat("<table><tr><td>"),
  attributes: counted((index) => ` a${index}=b`, "<p", ">"),
  "lists of links": repeat("<li><a href=x>Story</a></li>"),
  "equal boxes": repeat("<div><p>The ships came in, said the mayor.</p></div>"),
  "scripts that never close": repeat("<script>"),
  "comments that never close": repeat("<!--"),
  "linked data": repeat(`<script type="application/ld+json">{"@type":"NewsArticle"}</script>`),
});

export const HARD_XML = texts({
  "RSS items": counted(
    (index) =>
      `<item><title>Quay ${index}</title><guid>${index}</guid><description>The ships came in.</description></item>`,
    "<rss version='2.0'><channel>",
    "</channel></rss>",
  ),
  "deep XML": repeat("<a>", "<rss><channel>"),
  "attributes of XML": counted((index) => ` a${index}="b"`, "<rss", "><channel/></rss>"),
  "text of XML": repeat("]]&gt;", "<rss><channel><item><title>", "</title></item></channel></rss>"),
});
