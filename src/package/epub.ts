/** An edition as a book: EPUB 3.3 (https://www.w3.org/TR/epub-33/), one file an article, with cover, contents and landmarks. */
import { createHash } from "node:crypto";
import { withoutUnprintable } from "../article/unprintable.ts";
import { escapeText } from "../html.ts";
import { ACCENT, breakLines, canSet, INK, PAPER, renderPng, setLine, withoutPictographs } from "../media/lettering.ts";
import { bindArticle, pictureType } from "./article-body.ts";
import { type BuiltSite, readArticlePage, readSiteFile } from "./built-site.ts";
import { dayOf, type EditionChoice, selectArticles, titleOfChoice } from "./edition-choice.ts";
import { renderXhtml } from "./xhtml.ts";
import { ZipFile } from "./zip-file.ts";

const COVER = { width: 1200, height: 1800 } as const;
const MARGIN = 120;
/** Pictures that every reading system shows. */
const SHOWN = /\.(?:jpg|png|gif|svg|webp)$/;

const STYLE = `body{font-family:serif;line-height:1.5;margin:0 5%}
h1{font-size:1.6em;line-height:1.2;margin:.5em 0}
.kicker,.clock-line,.byline,small,figcaption{font-family:sans-serif;font-size:.8em}
.dateline{font-variant:small-caps;color:#a3211b}
.standfirst{font-size:1.1em;font-style:italic}
figure{margin:1em 0}img{max-width:100%;height:auto}
table{border-collapse:collapse}td,th{border-bottom:1px solid;padding:.2em .5em;text-align:start}
.cover{text-align:center;margin:0}.cover img{max-height:100%}
`;

function drawCover(title: string, day: string, dir: "ltr" | "rtl"): Buffer {
  const words = withoutPictographs(title);
  const lines = canSet(words) ? breakLines(words, 110, COVER.width - 2 * MARGIN).slice(0, 9) : [];
  const set = (text: string, size: number, y: number, colour: string): string =>
    setLine({ text, size, y, colour, dir }, MARGIN, COVER.width - MARGIN);
  return renderPng(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${COVER.width}" height="${COVER.height}">`,
      `<rect width="${COVER.width}" height="${COVER.height}" fill="${PAPER}"/>`,
      `<rect x="${MARGIN}" y="180" width="${COVER.width - 2 * MARGIN}" height="24" fill="${ACCENT}"/>`,
      `<rect x="${MARGIN}" y="222" width="${COVER.width - 2 * MARGIN}" height="5" fill="${INK}"/>`,
      ...lines.map((line, index) => set(line, 110, 430 + index * 140, INK)),
      set(day, 52, COVER.height - 160, ACCENT),
      "</svg>",
    ].join(""),
  );
}

interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly day: string;
}

/** A document of the book, well-formed whatever its words hold. `body` is XHTML. */
export function renderDocument(
  part: { readonly title: string; readonly lang: string; readonly dir: string; readonly type?: string },
  body: string,
): string {
  const type = part.type === undefined ? "" : ` epub:type="${part.type}"`;
  return withoutUnprintable(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escapeText(part.lang)}" xml:lang="${escapeText(part.lang)}" dir="${part.dir}">
<head><title>${escapeText(part.title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body${type}>
${body}
</body>
</html>
`);
}

function renderContents(title: string, chapters: readonly Chapter[]): string {
  const items = chapters.map(
    ({ name, title: words, lang, dir }) =>
      `<li><a href="${name}" lang="${lang}" xml:lang="${lang}" dir="${dir}">${escapeText(words)}</a></li>`,
  );
  return `<nav epub:type="toc" role="doc-toc" id="toc"><h1>${escapeText(title)}</h1><ol>
${items.join("\n")}
</ol></nav>
<nav epub:type="landmarks" hidden="hidden"><ol>
<li><a epub:type="cover" href="cover.xhtml">${escapeText(title)}</a></li>
<li><a epub:type="toc" href="contents.xhtml#toc">${escapeText(title)}</a></li>
<li><a epub:type="bodymatter" href="${chapters[0]?.name}">${escapeText(chapters[0]?.title ?? "")}</a></li>
</ol></nav>`;
}

interface Book {
  readonly title: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly site: BuiltSite;
  readonly chapters: readonly Chapter[];
  readonly pictures: ReadonlyMap<string, string>;
  readonly sum: string;
}

function renderPackage(book: Book): string {
  const { title, lang, dir, site, chapters, pictures, sum } = book;
  const uuid = [sum.slice(0, 8), sum.slice(8, 12), `5${sum.slice(13, 16)}`, `8${sum.slice(17, 20)}`, sum.slice(20, 32)];
  const modified = new Date(site.editionAt).toISOString().replace(/\.\d+Z$/, "Z");
  const item = (id: string, href: string, type: string, properties = ""): string =>
    `<item id="${id}" href="${href}" media-type="${type}"${properties === "" ? "" : ` properties="${properties}"`}/>`;
  const xhtml = "application/xhtml+xml";
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${lang}" dir="${dir}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${uuid.join("-")}</dc:identifier>
<dc:title>${escapeText(title)}</dc:title>
<dc:language>${lang}</dc:language>
<dc:publisher>${escapeText(site.title)}</dc:publisher>
<dc:creator>${escapeText(site.title)}</dc:creator>
<dc:date>${chapters.at(-1)?.day}</dc:date>
<meta property="dcterms:modified">${modified}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
${[
  item("contents", "contents.xhtml", xhtml, "nav"),
  item("cover", "cover.xhtml", xhtml),
  item("cover-picture", "cover.png", "image/png", "cover-image"),
  item("style", "style.css", "text/css"),
  ...chapters.map(({ name }, index) => item(`c${index + 1}`, name, xhtml)),
  ...[...pictures].map(([address, name], index) => item(`p${index + 1}`, name, pictureType(address))),
].join("\n")}
</manifest>
<spine page-progression-direction="${dir}">
<itemref idref="cover"/>
<itemref idref="contents"/>
${chapters.map((_chapter, index) => `<itemref idref="c${index + 1}"/>`).join("\n")}
</spine>
</package>
`;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** Writes the book in one language, the site's own where unset; gives its size in bytes. */
export function writeEpub(
  path: string,
  site: BuiltSite,
  choice: EditionChoice,
  options: { readonly lang?: string | undefined; readonly onStep?: (done: number, total: number) => void } = {},
): number {
  const lang = options.lang ?? site.lang;
  const articles = selectArticles(site, choice, lang);
  const title = titleOfChoice(site, choice);
  const names = new Map(articles.map((address, index) => [address, `a${index + 1}.xhtml`]));
  const pictures = new Map<string, string>();
  const zip = new ZipFile(path);
  zip.add("mimetype", Buffer.from("application/epub+zip"), true);
  zip.add("META-INF/container.xml", Buffer.from(CONTAINER));
  const sum = createHash("sha256").update(`${site.url ?? ""}\n${title}\n`);
  const chapters: Chapter[] = [];
  for (const [index, address] of articles.entries()) {
    const page = readArticlePage(site, address);
    const name = names.get(address) ?? "";
    const chapter = { name, title: page.title, lang: page.lang, dir: page.dir, day: dayOf(address) };
    const main = bindArticle(page, site, {
      articleHref: (other) => names.get(other),
      pictureSrc: (picture) => {
        if (!SHOWN.test(picture)) return "";
        const known = pictures.get(picture) ?? `pictures/${picture.replace(/^.*\//, "")}`;
        pictures.set(picture, known);
        return known;
      },
      idPrefix: "i-",
    });
    const text = renderDocument(chapter, renderXhtml(main.children));
    sum.update(text);
    zip.add(`book/${name}`, Buffer.from(text));
    chapters.push(chapter);
    options.onStep?.(index + 1, articles.length);
  }
  const dir = chapters[0]?.dir ?? "ltr";
  const add = (name: string, text: string): void => zip.add(`book/${name}`, Buffer.from(withoutUnprintable(text)));
  const front = { title, lang, dir };
  add(
    "cover.xhtml",
    renderDocument(
      { ...front, type: "cover" },
      `<div class="cover"><img src="cover.png" alt="${escapeText(title)}"/></div>`,
    ),
  );
  add("contents.xhtml", renderDocument(front, renderContents(title, chapters)));
  add("style.css", STYLE);
  add("package.opf", renderPackage({ ...front, site, chapters, pictures, sum: sum.digest("hex") }));
  zip.add("book/cover.png", drawCover(title, chapters.at(-1)?.day ?? "", dir));
  for (const [address, name] of pictures) zip.add(`book/${name}`, readSiteFile(site, address));
  return zip.end();
}
