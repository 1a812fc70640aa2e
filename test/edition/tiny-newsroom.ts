/** A newsroom of a few files, read into an edition without being built. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { renderText } from "../../src/components/article-text.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { makeArticleView } from "../../src/edition/article-view.ts";
import { keyOf } from "../../src/archive/key.ts";
import { loadNewsroom, makeEdition } from "../../src/build/newsroom-load.ts";

/** A JPEG of one grey pixel. */
export const PIXEL = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
  "base64",
);

/** Reads the files, which are below `content/` but for `site.yaml`. An article without front matter gets a title and a day. */
export async function readTiny(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Edition> {
  const root = mkdtempSync(join(tmpdir(), "dateline-tiny-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    "data/site.yaml",
    "title: Tiny\nurl: https://tiny.example/news/\nlanguage: en\nlanguages: [en, fr, ar]\ntimeZone: UTC\n",
  );
  mkdirSync(join(root, "content/articles"), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const bare = typeof text === "string" && path.startsWith("articles/") && !text.startsWith("---");
    const day = /(\d{4})\/(\d{2})/.exec(path)?.slice(1).join("-") ?? "";
    write(
      path === "site.yaml" ? "data/site.yaml" : `content/${path}`,
      bare ? `---\ntitle: ${path.replace(/^.*\/|\.md$/g, "")}\ndate: ${day}-20\n---\n\n${text}\n` : text,
    );
  }
  const folders = {
    content: join(root, "content"),
    data: join(root, "data"),
    output: join(root, "out"),
    cache: join(root, "cache"),
  };
  const loaded = await loadNewsroom({ folders, now: Date.UTC(2026, 10, 29, 12), preview: false, full: true });
  return makeEdition(loaded, {});
}

/** The markup of an article's text, as its page has it. */
export function renderTiny(edition: Edition, path: string): string {
  const view = makeArticleView(edition, edition.graph.resolve(keyOf(path)), "");
  const { article, frame, images, links } = view;
  return renderText(frame, { markdown: article.body, images, links }).toString();
}
