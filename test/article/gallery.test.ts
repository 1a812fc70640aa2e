import assert from "node:assert/strict";
import test from "node:test";
import { renderBody, selectParagraphs, selectReferences } from "../../src/article/body.ts";
import { html } from "../../src/html.ts";

const image = (src: string, alt: string, title: string) => html`<figure title="${title}">${src} ${alt}</figure>`;
const gallery = (figures: readonly unknown[]) => html`<section>${figures.length}</section>`;
const PAIR = '![a quay](q.jpg "The quay | Ana Bell")\n![a crane](c.jpg)';

test("a paragraph of several pictures is one gallery, with the words of each", () => {
  const drawn: string[] = [];
  const body = renderBody(`Before.\n\n${PAIR}\n\nAfter.`, {
    lang: "en",
    image,
    gallery: (figures) => {
      drawn.push(...figures.map(String));
      return gallery(figures);
    },
  }).toString();
  assert.equal(body, "<p>Before.</p>\n<section>2</section>\n<p>After.</p>\n");
  assert.deepEqual(drawn, [
    '<figure title="The quay | Ana Bell">q.jpg a quay</figure>',
    '<figure title="">c.jpg a crane</figure>',
  ]);
  assert.deepEqual(selectParagraphs(`Before.\n\n${PAIR}`, "en"), ["Before."]);
  assert.deepEqual(
    selectReferences(PAIR, "en").images.map(({ src, line }) => [src, line]),
    [
      ["q.jpg", 0],
      ["c.jpg", 1],
    ],
  );
});

test("where nothing puts pictures together they stand as figures one after the other", () =>
  assert.equal(
    renderBody("![a](a.jpg) ![b](b.jpg)", { lang: "en", image }).toString(),
    '<figure title="">a.jpg a</figure><figure title="">b.jpg b</figure>\n',
  ));

test("pictures in paragraphs of their own stay on their own, and one among words is no gallery", () => {
  const options = { lang: "en", image, gallery };
  assert.doesNotMatch(renderBody("![a](a.jpg)\n\n![b](b.jpg)", options).toString(), /<section>/);
  assert.equal(renderBody("![a](a.jpg)\n![b](b.jpg) words", options).toString(), "<p>a\nb words</p>\n");
});
