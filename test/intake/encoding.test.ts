import assert from "node:assert/strict";
import test from "node:test";
import iconv from "iconv-lite";
import { decodeBytes } from "../../src/intake/text/encoding.ts";
import { mendMojibake } from "../../src/intake/text/mojibake.ts";

const BY_LETTERS: readonly (readonly [encoding: string, text: string])[] = [
  ["windows-1252", "Le maire a déclaré « qu’il était très fier » des élèves – la fête aura lieu à midi."],
  ["windows-1252", "Der Bürgermeister grüßte die Gäste über den Fluß hinweg; für 30 € gab es Brötchen."],
  ["windows-1252", "El niño llegó mañana al puerto; ¿quién lo vio? La canción duró más."],
  ["windows-1250", "Łódź świętowała w środę; żołnierze wrócili do koszar, a następnie zjedli śniadanie."],
  ["windows-1250", "Příští týden začne v Ústí velká slavnost, řekl starosta Dvořák. Žádné potíže nečeká."],
  ["windows-1250", "A hűtőgép őrzői szerint a tűz gyorsan terjedt, ám időben eloltották."],
  ["iso-8859-2", "Łódź świętowała w środę; żołnierze wrócili do koszar, a następnie zjedli śniadanie."],
  ["windows-1251", "Мэр города сообщил, что мост откроют в четверг — раньше срока."],
  ["windows-1251", "Міський голова повідомив, що міст відкриють у четвер, її слова підтвердили."],
  ["koi8-r", "Мэр города сообщил, что мост откроют в четверг, раньше срока."],
  ["iso-8859-5", "Мэр города сообщил, что мост откроют в четверг, раньше срока."],
  ["iso-8859-15", "Le prix du pain passe à 2 € à Angoulême; l'œuvre du sœur est exposée."],
];

for (const [encoding, text] of BY_LETTERS) {
  test(`bytes in ${encoding} without a declaration are read by their letters: ${text.slice(0, 24)}…`, () => {
    const decoded = decodeBytes(iconv.encode(text, encoding));
    assert.deepEqual([decoded.text, decoded.encoding, decoded.by], [text, encoding, "letters"]);
    assert.match(decoded.notes.join(), /does not say its encoding/);
  });
}

test("utf-16 is read in both orders, with and without a byte order mark", () => {
  const text = "Мост открыт. The bridge is open, said the mayor.";
  for (const encoding of ["utf-16le", "utf-16be"]) {
    for (const addBOM of [true, false]) {
      const decoded = decodeBytes(iconv.encode(text, encoding, { addBOM }));
      assert.deepEqual([decoded.text, decoded.encoding], [text, encoding]);
    }
  }
});

test("declarations of XML, HTML and HTTP decide where the bytes are not utf-8", () => {
  const body = "Тариф";
  const heads: readonly (readonly [string, string])[] = [
    ["koi8-r", '<?xml version="1.0" encoding="KOI8-R"?><a>'],
    ["iso-8859-5", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-5">'],
    ["windows-1251", "<meta charset=windows-1251>"],
    ["koi8-r", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n"],
  ];
  for (const [encoding, head] of heads) {
    const decoded = decodeBytes(iconv.encode(head + body, encoding));
    assert.deepEqual([decoded.text, decoded.encoding, decoded.by], [head + body, encoding, "declaration"]);
  }
});

test("text that says it is something else but is utf-8 is read as utf-8, with a note", () => {
  const decoded = decodeBytes(Buffer.from('<meta charset="iso-8859-1">“café”'));
  assert.match(decoded.text, /“café”$/);
  assert.match(decoded.notes.join(), /says it is windows-1252, but is utf-8/);
});

test("utf-8 read once as another encoding is mended and noted", () => {
  const text = "It’s “fine” – naïve café, Ängste";
  for (const encoding of ["windows-1252", "latin1", "windows-1250", "macintosh"]) {
    const wrong = [...Buffer.from(text)]
      .map((byte) => {
        const character = iconv.decode(Buffer.from([byte]), encoding);
        return character === "\ufffd" ? String.fromCharCode(byte) : character;
      })
      .join("");
    assert.notEqual(wrong, text);
    const mended = mendMojibake(wrong);
    assert.equal(mended.text, text, encoding);
    assert.match(mended.notes.join(), /were mended/);
  }
});

test("cyrillic read once as windows-1251 is mended", () => {
  const text = "Мэр города сообщил, что мост откроют в четверг";
  const wrong = [...Buffer.from(text)]
    .map((byte) => {
      const character = iconv.decode(Buffer.from([byte]), "windows-1251");
      return character === "\ufffd" ? String.fromCharCode(byte) : character;
    })
    .join("");
  assert.equal(mendMojibake(wrong).text, text);
});

test("sound text of every language is left as it is", () => {
  for (const [, text] of BY_LETTERS) assert.deepEqual(mendMojibake(text), { text, notes: [] });
  for (const text of ["Â la carte in capitals: ÂGE, FÊTE", "США… «С»", "15 °C, §4, ½ price, naïve"]) {
    assert.equal(mendMojibake(text).text, text);
  }
});
