import assert from "node:assert/strict";
import test from "node:test";
import { bindArticle } from "../../src/package/article-body.ts";
import { findFirst, parseMarkup, renderMarkup } from "../../src/package/markup.ts";

test("of a film a book has the poster, or its words, as a link; of a gallery its figures", () => {
  const document = parseMarkup(
    `<main><section class="gallery"><figure><img src="media/a.jpg" alt="A"></figure><figure><img src="media/b.jpg" alt="B"></figure></section><figure class="film"><video controls poster="media/t.jpg" aria-label="A talk"><source src="media/t.webm"><a href="media/t.webm">A talk</a></video><figcaption>The talk <a class="captions" href="media/t.vtt">Captions</a></figcaption></figure><figure class="film"><video controls aria-label="A film"><a href="media/t.webm">A film</a></video></figure></main>`,
  );
  const main = findFirst(document, ({ name }) => name === "main");
  assert.ok(main);
  const page = {
    address: "x.html",
    title: "X",
    lang: "en",
    dir: "ltr",
    published: "2031-05-18",
    document,
    main,
  } as const;
  const files = ["media/a.jpg", "media/b.jpg", "media/t.jpg", "media/t.vtt", "media/t.webm"];
  const bound = bindArticle(
    page,
    { dist: "", title: "Post", lang: "en", url: "https://post.example/", editionAt: 0, files },
    { articleHref: () => undefined, pictureSrc: (address) => `p/${address.slice(6)}`, idPrefix: "" },
  );
  assert.equal(
    renderMarkup([bound]),
    '<main><section class="gallery"><figure><img src="p/a.jpg" alt="A"></figure><figure><img src="p/b.jpg" alt="B"></figure></section><figure class="film"><a href="https://post.example/media/t.webm"><img src="p/t.jpg" alt="A talk"></a><figcaption>The talk </figcaption></figure><figure class="film"><p><a href="https://post.example/media/t.webm">A film</a></p></figure></main>',
  );
});
