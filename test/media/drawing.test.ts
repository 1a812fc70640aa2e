import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { drawPictures } from "../../src/media/draw-pictures.ts";
import { DrawingFault, readDrawing } from "../../src/media/drawing.ts";
import { MediaError, measurePicture } from "../../src/media/pictures.ts";

const folder = mkdtempSync(join(tmpdir(), "drawing-"));
after(() => rmSync(folder, { recursive: true }));

const svg = (inner: string, attributes = 'viewBox="0 0 300 200"', before = ""): Buffer =>
  Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);

test("a drawing keeps what it shows, and loses what programs noted in it for themselves", () => {
  const drawing = readDrawing(
    svg(
      `<!-- by hand --><metadata><rdf:RDF xmlns:rdf="urn:rdf"/><?xpacket end="w"?></metadata><sodipodi:namedview><a/></sodipodi:namedview>
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
<style>.a{fill:url(#g);transform:rotate(3deg)} @media (prefers-color-scheme:dark){.a{fill:#000}}</style>
<path inkscape:label="Quay" class="a" d="M0 0h9" style="fill:url( '#g' ) #fff"/><use xlink:href="#g"/>
<image href="data:image/png;base64,iVBORw0KGgo="/><text xml:space="preserve">Quay &amp; &#60;harbour&gt;</text>`,
      `viewBox="0 0 300 200" xmlns:inkscape="urn:i" xmlns:sodipodi="urn:s" xmlns:xlink="http://www.w3.org/1999/xlink"`,
      `<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">`,
    ),
  );
  assert.equal(
    drawing.text,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>
<style>.a{fill:url(#g);transform:rotate(3deg)} @media (prefers-color-scheme:dark){.a{fill:#000}}</style>
<path class="a" d="M0 0h9" style="fill:url( &#39;#g&#39; ) #fff"></path><use href="#g"></use>
<image href="data:image/png;base64,iVBORw0KGgo="></image><text xml:space="preserve">Quay &amp; &lt;harbour&gt;</text></svg>
`,
  );
});

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
const use = (id: string, of: string): string => `<g id="${id}">${`<use href="#${of}"/>`.repeat(20)}</g>`;

/** Each runs, loads, leads or hides something where a browser opens it by itself. */
const ATTACKS: readonly (readonly [string, Buffer, RegExp])[] = [
  ["a script", svg("<script>x()</script>"), /<script> in line 1/],
  ["a script of another prefix", svg('<s:script xmlns:s="http://www.w3.org/2000/svg">x()</s:script>'), /<s:script>/],
  ["a script of HTML", svg('<script xmlns="http://www.w3.org/1999/xhtml">x()</script>'), /<script>/],
  ["a script in UTF-16", utf16(svg("<script>x()</script>").toString()), /<script>/],
  ["a script of no namespace", svg('<script xmlns="">x()</script>'), /<script>/],
  ["a handler", svg('<path d="M0 0" onload="x()"/>'), /a script \(onload\)/],
  ["a handler after a line break", svg('<path\n\tonmouseover\n=\n"x()"/>'), /a script \(onmouseover\)/],
  ["a handler on the root", svg("", 'viewBox="0 0 3 2" onload="x()"'), /a script/],
  ["a link", svg('<a href="https://elsewhere.example/"><path d="M0 0"/></a>'), /<a>/],
  ["a script address in letters of another kind", svg('<a href="java&#x73;cript&#58;x()"/>'), /<a>/],
  ["a script address of a use", svg('<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>'), /an address outside/],
  ["a drawing in a drawing", svg('<image href="data:image/svg+xml,%3Csvg onload=x()%3E"/>'), /an address outside/],
  ["HTML in a drawing", svg('<foreignObject><iframe src="javascript:x()"/></foreignObject>'), /<foreignObject>/],
  ["an address that changes", svg('<use href="#a"><set attributeName="href" to="javascript:x()"/></use>'), /<set>/],
  ["an address that is animated", svg('<animate attributeName="href" values="javascript:x()"/>'), /<animate>/],
  ["entities of its own", svg("&x;", undefined, '<!DOCTYPE svg [<!ENTITY x "<script/>">]>'), /definitions of its own/],
  [
    "a style sheet from elsewhere",
    svg("", undefined, '<?xml-stylesheet href="https://elsewhere.example/a.css"?>'),
    /xml-stylesheet/,
  ],
  ["an import", svg("<style>@import 'https://elsewhere.example/a.css';</style>"), /@import in its style/],
  ["a letter from elsewhere", svg("<style>@font-face{src:url(https://elsewhere.example/a)}</style>"), /@font-face/],
  [
    "a fill from elsewhere",
    svg('<path d="M0 0" fill="url(https://elsewhere.example/a#b)"/>'),
    /outside of the drawing in fill/,
  ],
  ["a fill from elsewhere in a style", svg(`<path style="fill:URL( 'https://elsewhere.example/a')"/>`), /outside/],
  ["an escaped fill", svg('<path style="fill:u\\72l(https://elsewhere.example/a)"/>'), /a backslash/],
  ["a set of pictures", svg("<style>*{background:image-set('https://elsewhere.example/a' 1x)}</style>"), /image-set/],
  ["a style in pieces", svg("<style>*{fill:ur<!-- -->l(https://elsewhere.example/a)}</style>"), /outside/],
  ["a style in CDATA", svg("<style><![CDATA[@import 'https://elsewhere.example/';]]></style>"), /@import/],
  ["a picture from elsewhere", svg('<image href="https://elsewhere.example/a.png"/>'), /an address outside/],
  [
    "a picture from elsewhere by its old name",
    svg('<image xlink:href="//elsewhere.example/a" xmlns:xlink="http://www.w3.org/1999/xlink"/>'),
    /an address outside/,
  ],
  ["a filter's picture", svg('<filter><feImage href="https://elsewhere.example/a"/></filter>'), /<feImage>/],
  [
    "a million shapes",
    svg(`<path id="a" d="M0 0"/>${use("b", "a")}${use("c", "b")}${use("d", "c")}${use("e", "d")}`),
    /100000 elements/,
  ],
  ["a well of groups", svg("<g>".repeat(1000) + "</g>".repeat(1000)), /200 deep/],
  ["a fault", svg("<path>"), /a fault/],
  ["no drawing", Buffer.from("<html xmlns='http://www.w3.org/1999/xhtml'/>"), /no <svg>/],
  ["no size", svg("", ""), /no width/],
];

for (const [name, content, words] of ATTACKS)
  test(`a drawing with ${name} is refused`, () => {
    assert.throws(
      () => readDrawing(content),
      (error) => error instanceof DrawingFault && words.test(error.message),
    );
  });

test("a drawing is measured by its width and height, else by its viewBox", () => {
  for (const [attributes, width, height] of [
    ['viewBox="0 0 300 200"', 300, 200],
    ['width="150" viewBox="0 0 300 200"', 150, 100],
    ['width="1in" height="25.4mm"', 96, 96],
    ['width="100%" height="100%" viewBox="0,0,30,20"', 30, 20],
  ] as const) {
    const drawing = readDrawing(svg("", attributes));
    assert.deepEqual([Math.round(drawing.width), Math.round(drawing.height)], [width, height]);
  }
});

test("what is published of a drawing is what was let through; a refusal names the file and what to do", async () => {
  const file = join(folder, "map.svg");
  writeFileSync(file, svg('<path d="M0 0" data-secret="x"/>'));
  const facts = measurePicture(file);
  const folders = { mediaDir: folder, cacheDir: join(folder, "cache"), outputDir: join(folder, "site") };
  const [address = ""] = await drawPictures([{ src: "map.svg", facts }], folders);
  assert.match(address, new RegExp(`map-${facts.hash}-`));
  assert.doesNotMatch(readFileSync(join(folders.outputDir, address), "utf8"), /secret/);
  writeFileSync(file, svg("\n<script/>"));
  assert.throws(
    () => measurePicture(file),
    (error) =>
      error instanceof MediaError &&
      error.message.includes(
        "map.svg: it is a drawing with <script> in line 2, which is not published; export it again",
      ),
  );
});
