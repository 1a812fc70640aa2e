import assert from "node:assert/strict";
import test from "node:test";
import { IntakeError } from "../../src/intake/intake-error.ts";
import { type Format, recogniseBinary, recogniseFormat } from "../../src/intake/import/recognise.ts";

const CASES: readonly (readonly [format: Format, text: string])[] = [
  ["wire", "15:45 GMT15 January 2021\nListen Live\n\n    MARLE (Northline) – The bridge opened."],
  ["wire", "COBANCO INC <CBCO> YEAR NET\n\nSANTA CRUZ, Feb 26 - Shr 34 cts <vs> 1.19"],
  ["wire", "---\n\nA rule at the top of a text, and then no front matter at all."],
  ["wire", "{not json} is how the sentence began."],
  ["html", "<!DOCTYPE html>\n<html><body><p>x</p></body></html>"],
  [
    "html",
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><head/></html>',
  ],
  ["html", "<div><p>Only a piece</p></div>"],
  ["html", "<!-- saved from url -->\n<html><body>x</body></html>"],
  [
    "html",
    'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x',
  ],
  ["html", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>x</body></html>"],
  ["ninjs", '{"uri": "urn:x", "headline": "H", "body_text": "x"}'],
  ["newsml", '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>'],
  ["newsml", '<ns:newsMessage xmlns:ns="http://iptc.org/std/nar/2006-10-01/"/>'],
  ["nitf", '<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n<nitf><body/></nitf>'],
  ["rss", '<rss version="2.0"><channel/></rss>'],
  ["rss", '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
  ["rss", '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'],
  ["rss", '{"version": "https://jsonfeed.org/version/1", "items": []}'],
  ["wxr", '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>'],
  ["ghost", '{"db":[{"meta":{"version":"5"},"data":{"posts":[]}}]}'],
  ["md", "---\ntitle: x\n---\ntext"],
  ["md", "+++\ntitle = 'x'\n+++\ntext"],
  ["md", '{\n "title": "x"\n}\n\ntext'],
  ["md", "# A headline\n\ntext"],
  ["anpa", "\u0016\u0016\u0001a0001\u001f\u0002text"],
  ["iptc7901", "\u0001ABC0123 4 POL 171\r\n\u0002text"],
];

for (const [format, text] of CASES) {
  test(`${format} is recognised by ${JSON.stringify(text.slice(0, 40))}`, () => {
    assert.equal(recogniseFormat(text), format);
  });
}

test("what is surely something else is refused by its name", () => {
  const refused: readonly (readonly [string, RegExp])[] = [
    ['<?xml version="1.0"?><NewsML/>', /NewsML 1/],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', /SVG/],
    ['<?xml version="1.0"?><invoice/>', /root element is <invoice>/],
    ['{"a": 1}', /no ninjs/],
  ];
  for (const [text, expected] of refused) {
    assert.throws(
      () => recogniseFormat(text),
      (error) => error instanceof IntakeError && expected.test(error.message),
    );
  }
});

test("files that are no text are known by their first bytes, and wire control characters are text", () => {
  assert.equal(recogniseBinary(Buffer.from("PK\u0003\u0004rest")), "zip");
  assert.equal(recogniseBinary(Buffer.from([0x1f, 0x8b, 8, 0])), "gzip");
  assert.equal(recogniseBinary(Buffer.from("%PDF-1.7")), "pdf");
  assert.equal(recogniseBinary(Buffer.alloc(64)), "binary");
  assert.equal(recogniseBinary(Buffer.from("\u0001ABC0123 4 POL\u0002text\u0003")), undefined);
  assert.equal(recogniseBinary(Buffer.from("Plain text", "utf16le")), undefined);
});
