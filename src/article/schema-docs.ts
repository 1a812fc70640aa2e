/** The front matter's reference page and JSON Schema, from the one schema. */
import { z } from "zod";
import { FRONT_MATTER_KEYS, frontMatterSchema, KEY_NOTES } from "./schema.ts";

type JsonSchema = { [key: string]: unknown };

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Editors' tools read `1984` and `true` as a number and a flag; to Dateline every scalar is text. */
function widen(node: unknown, path: string): unknown {
  if (Array.isArray(node)) return node.map((child) => widen(child, path));
  if (!isObject(node)) return node;
  const notes = KEY_NOTES.get(path);
  const described =
    notes === undefined || node.description !== undefined
      ? {}
      : { description: `${notes.description} Write ${notes.instead}.`, examples: [notes.example] };
  const type =
    node.type === "string" && node.enum === undefined
      ? { type: ["string", "number", "boolean"] }
      : node.type === "string"
        ? { type: undefined }
        : {};
  const values = Array.isArray(node.enum) && node.enum.includes("true") ? { enum: [true, false, "true", "false"] } : {};
  const children = Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === "properties" && isObject(value))
        return [
          key,
          Object.fromEntries(
            Object.entries(value).map(([name, child]) => [name, widen(child, path === "" ? name : `${path}.${name}`)]),
          ),
        ];
      if (key === "items") return [key, widen(value, `${path}[]`)];
      return key === "anyOf" ? [key, widen(value, path)] : [key, value];
    }),
  );
  return { ...described, ...children, ...type, ...values };
}

/** JSON Schema 2020-12 of an article's front matter, for editors' YAML tooling. Ends with a line feed. */
export function renderFrontMatterSchema(): string {
  const schema = z.toJSONSchema(frontMatterSchema, { io: "input" });
  const widened = widen(schema, "");
  return `${JSON.stringify({ $id: "front-matter.schema.json", title: "Front matter of a Dateline article", ...(isObject(widened) ? widened : {}) }, null, 2)}\n`;
}

/** The reference page, as Markdown. */
export function renderFrontMatterPage(): string {
  const rows = [...KEY_NOTES].map(([key, { description, instead, example }]) => {
    const required =
      key === "title" || key === "date" || key === "image.alt" || key === "image.src" ? " (required)" : "";
    return `| \`${key}\`${required} | ${description} | ${instead} | \`${example}\` |`.replaceAll("\n", " ");
  });
  return `# The front matter of an article

Written by \`npm run docs\` from \`src/article/schema.ts\`; do not edit it here. For completion and checks while typing, point your
editor's YAML support at \`docs/front-matter.schema.json\`.

An article is \`src/content/articles/<yyyy>/<mm>/<slug>.md\`: front matter between two lines \`---\`, then Markdown. Only \`title\` and \`date\`
are required. Every value is read as the text you typed, so \`title: 1984\` needs no quotation marks; a text that contains \`: \` does.
An unknown key is an error that names the nearest known one. The ${FRONT_MATTER_KEYS.length} keys, and what stands within them:

| key | meaning | write | example |
|---|---|---|---|
${rows.join("\n")}

## In the text
Markdown (CommonMark), with tables and footnotes. Raw HTML is shown as text. And:

- A block quote whose last line is \`— Name, role\` gets that as its speaker; one whose first line is \`[!pull]\` is a pull quote.
- A paragraph that is one picture, \`![what it shows](2021/harbour.jpg "Caption | Credit")\`, is a figure; the file lies below \`media/\`.
  Its path may hold spaces, accents and brackets, and begin with \`../media/\` or \`/media/\`.
- Several pictures in one paragraph, best one a line without an empty line between, are a gallery: a row with their captions, moved along by touch or arrow keys.
  Feeds and packages have them one below the other. Pictures in paragraphs of their own stay on their own.
- \`![what it shows](2021/talk.mp4 "Caption | Credit")\` plays a film of your own, or a sound; it loads nothing until the reader starts it. \`talk.vtt\` beside it is its
  captions, \`talk.jpg\` (PNG, WebP, AVIF) its poster. Feeds have a link to it, packages its poster as a link. Browsers show captions on a served site, and not where the page
  was opened from a folder; the link *Captions* below the film opens them there.
- \`[words](2021/01/slug)\` links to an article by its path, \`[words](about)\` to a standing page. \`./other.md\`, \`../10/other.md\`, an address of the site as
  the browser shows it, and \`other#words-of-a-subhead\` do as well. \`[words](media/2021/report.pdf)\` publishes the document and says its kind and size. A bare
  \`https://…\` is a link. What leads to nothing is shown as words, and \`npm run check\` tells it with its line.
- An address of a video, post, sound, map or chart (YouTube, Vimeo, Dailymotion, PeerTube, TikTok, X, Mastodon, Bluesky, Instagram, Facebook, Telegram, SoundCloud,
  Spotify, OpenStreetMap, Datawrapper) in a paragraph of its own is a card that leads there, and so is the frame or post pasted from there; no page asks anything
  of those houses. \`[Title](https://…)\` gives it a title, \`[![words](2021/poster.jpg)](https://… "Title")\` a poster as well.
- Straight quotation marks and apostrophes become those of the article's language, also in headlines, standfirsts, kickers, captions, text alternatives, corrections and retractions; in
  French the spaces before \`! ? ; : % €\`, inside « » and in numbers hold. A paragraph that runs against its text's direction says so; code runs from left to right.
`;
}
