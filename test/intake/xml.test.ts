import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import "../fixed-seed.ts";
import { IntakeError } from "../../src/intake/intake-error.ts";
import { asObject, parseJson } from "../../src/intake/json.ts";
import { eachXmlItem, parseXml } from "../../src/intake/xml.ts";
import {
  rawText,
  readAttribute,
  readText,
  selectAll,
  selectChild,
  selectChildren,
} from "../../src/intake/xml-element.ts";

function refusal(read: () => unknown): IntakeError {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof IntakeError, `${error} is no IntakeError`);
    return error;
  }
  assert.fail("nothing was refused");
}

test("An element knows its namespace, its attributes, its text and the line it stands on", () => {
  const root = parseXml('<a xmlns="urn:x">\n <b xml:lang="de" k=" v ">one <i>two</i>\n three</b><![CDATA[<&>]]></a>');
  const b = selectChild(root, "b");
  assert.equal(root.uri, "urn:x");
  assert.equal(b?.line, 2);
  assert.equal(readAttribute(b, "k"), "v");
  assert.equal(readAttribute(b, "xml:lang"), "de");
  assert.equal(readText(b), "one two three");
  assert.equal(root.children.at(-1), "<&>");
  assert.equal(selectAll(root, "i").length, 1);
});

test("Characters may have the names that HTML gives them, with and without a DOCTYPE", () => {
  assert.equal(readText(parseXml("<p>caf&eacute;&nbsp;&mdash; &amp;amp; &#x416;</p>")), "café — &amp; Ж");
  const nitf = '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.2//EN" "nitf-3-2.dtd"><nitf>&uuml;</nitf>';
  assert.equal(readText(parseXml(nitf)), "ü");
});

test("Malformed input is refused with its line, also below leading blank lines", () => {
  assert.equal(refusal(() => parseXml("<a>\n<b>\n</a>")).line, 3);
  assert.equal(refusal(() => parseXml("\n\n<?xml version='1.0'?>\n<a>&nosuch;</a>")).line, 4);
  assert.match(refusal(() => parseXml("<a>\n<b x=1/></a>")).message, /line 2: this is no well-formed XML/);
  assert.match(refusal(() => parseXml("   ")).message, /XML/);
});

test("Declared entities are refused, internal, external and of parameters alike", () => {
  for (const declaration of [
    '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">',
    '<!ENTITY a SYSTEM "file:///etc/passwd">',
    '<!ENTITY % a SYSTEM "http://example.org/x.dtd"> %a;',
  ]) {
    assert.match(refusal(() => parseXml(`<!DOCTYPE x [${declaration}]><x>&a;</x>`)).found, /entities/);
  }
});

test("Depth, number of elements, number of attributes and length have limits", () => {
  const deep = (levels: number) => `${"<a>".repeat(levels)}${"</a>".repeat(levels)}`;
  assert.equal(parseXml(deep(200)).name, "a");
  assert.match(refusal(() => parseXml(deep(201))).found, /nested more than 200 deep/);
  assert.match(refusal(() => parseXml(`<a>${"<b/>".repeat(20)}</a>`, { elements: 10 })).found, /10 elements/);
  const attributes = Array.from({ length: 300 }, (_, index) => ` a${index}=""`).join("");
  assert.match(refusal(() => parseXml(`<a${attributes}/>`)).found, /attributes/);
  assert.match(refusal(() => parseXml("<a>12345</a>", { length: 5 })).found, /characters/);
});

test("Bytes are read in the encoding of their mark, their declaration or UTF-8, and refused where they are none of it", () => {
  const cyrillic = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'),
    Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]),
    Buffer.from("</a>"),
  ]);
  assert.equal(readText(parseXml(cyrillic)), "Москва");
  assert.equal(readText(parseXml(Buffer.from("\uFEFF<a>ж</a>", "utf16le"))), "ж");
  assert.equal(readText(parseXml(Buffer.from("<a>ж</a>"))), "ж");
  assert.match(refusal(() => parseXml(Buffer.from([0x3c, 0x61, 0xff, 0x3e]))).found, /not UTF-8/);
  assert.match(refusal(() => parseXml(Buffer.from("<?xml version='1.0' encoding='x-none'?><a/>"))).found, /x-none/);
});

test("Whatever text is given, XML is a tree or an IntakeError", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<a b='",
    "'",
    ">",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&x;",
    "é",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary" })), { maxLength: 30 }), (pieces) => {
      try {
        parseXml(pieces.join(""));
      } catch (error) {
        assert.ok(error instanceof IntakeError);
      }
    }),
    { numRuns: 1000 },
  );
});

test("JSON is refused with its line where it is malformed or too deep, and a deep string is no depth", () => {
  assert.equal(refusal(() => parseJson('{"a":\n1,\nb}')).line, 3);
  assert.match(refusal(() => parseJson("[".repeat(100_000))).found, /nested more than 64 deep/);
  assert.equal(parseJson(JSON.stringify("[".repeat(500))), "[".repeat(500));
  assert.deepEqual(parseJson(Buffer.from('\uFEFF{"ä":1}')), { ä: 1 });
  assert.equal(asObject(parseJson('{"__proto__":{"polluted":1}}')) === undefined, false);
  assert.equal("polluted" in {}, false);
});

test("Items come one by one, whole, wherever the pieces in which a document is read end", () => {
  const text = "“é” &amp; &eacute; &#8212; 𝄞 ";
  for (const shift of [0, 1, 2, 3, 7, 11]) {
    const items = Array.from({ length: 4000 }, (_, index) => `<item n="${index}">${text}<b>${index}</b></item>`);
    const document = `${"\n".repeat(shift)}<rss><channel><title>T</title>${items.join("")}<link>L</link></channel></rss>`;
    for (const input of [document, Buffer.from(document)]) {
      const read = eachXmlItem(input, ({ name }, depth) => name === "item" && depth === 2);
      let count = 0;
      let step = read.next();
      for (; step.done !== true; step = read.next()) {
        assert.equal(rawText(step.value), `“é” & é — 𝄞 ${count}`);
        assert.equal(readAttribute(step.value, "n"), String(count++));
      }
      assert.equal(count, items.length);
      assert.deepEqual(
        selectChildren(selectChild(step.value, "channel")).map((child) => [child.name, readText(child)]),
        [
          ["title", "T"],
          ["link", "L"],
        ],
      );
    }
  }
});
