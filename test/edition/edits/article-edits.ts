/** Edits of articles, comments, standing pages and media. */
import { dirname } from "node:path";
import { DAY, type Desk, HOUR } from "./desk.ts";

const TAGS = ["Alpha", "Beta", "ALPHA", "Port of Sea", "Cable"];

function write(desk: Desk, at: number, front: string): void {
  const date = desk.iso(at);
  const number = desk.next();
  desk.write(
    `content/articles/${date.slice(0, 4)}/${date.slice(5, 7)}/made-${number}.md`,
    `---\ntitle: Made ${number}\ndate: ${date}\ntags: [${desk.pick(TAGS)}]\nsection: world\n${front}---\n\nText of ${number}. See [that](${desk.article().slice(0, -3)}).\n`,
  );
}

function remove(desk: Desk, article: string): void {
  desk.remove(`content/articles/${article}`);
  desk.remove(`content/discussion/${article.replace(/\.md$/, ".yaml")}`);
}

const soon = (desk: Desk): string => desk.iso(desk.now + desk.number(5) * HOUR + 60_000);
/** A little before now, or a little after, when the clock still has to come to it. */
const around = (desk: Desk): string => desk.iso(desk.now + (desk.number(4) - 2) * HOUR);
const someDay = (desk: Desk): string => desk.iso(desk.now - desk.number(500) * DAY);

export const ARTICLE_EDITS: Readonly<Record<string, (desk: Desk) => void>> = {
  "a new article": (desk) => write(desk, desk.now - desk.number(3) * HOUR, ""),
  "a new article in the past": (desk) => write(desk, desk.now - desk.number(400) * DAY, ""),
  "a new article in another language": (desk) => write(desk, desk.now - HOUR, "lang: ar\n"),
  "a new article that is held": (desk) =>
    write(desk, desk.now - HOUR, desk.pick(["draft: true\n", `embargo: ${soon(desk)}\n`])),
  "an article of tomorrow": (desk) => write(desk, desk.now + desk.number(30) * HOUR, ""),
  "an article that names others": (desk) =>
    write(
      desk,
      desk.now,
      `related:\n  - ${desk.article().slice(0, -3)}\n  - ${desk.keyOf(desk.article(), "title") ?? "None"}\n`,
    ),
  "another text": (desk) => desk.change(desk.article(), (text) => `${text}\nAnd more ${desk.random()}.\n`),
  "another text of the same size and time": (desk) =>
    desk.writeUnseen(`content/articles/${desk.article()}`, (text) =>
      text.replace(/\bText\b/, desk.pick(["Test", "Next"])),
    ),
  "another headline": (desk) => desk.setKey(desk.article(), "title", `Renamed ${desk.number(1000)}`),
  "the same headline twice": (desk) => desk.setKey(desk.article(), "title", "One headline for two"),
  "another standfirst": (desk) => desk.setKey(desk.article(), "standfirst", `It is ${desk.random()}.`),
  "other tags": (desk) => desk.setKey(desk.article(), "tags", `[${desk.pick(TAGS)}, ${desk.pick(TAGS)}]`),
  "another date": (desk) => desk.setKey(desk.article(), "date", someDay(desk)),
  "an update": (desk) => desk.setKey(desk.article(), "updated", around(desk)),
  "another section": (desk) => desk.setKey(desk.article(), "section", desk.pick(["world", "economy", "culture"])),
  "another dateline": (desk) =>
    desk.setKey(
      desk.article(),
      "dateline",
      desk.pick(["MADAR (Northline)", "PORT AMBER (Northline)", "Port Amber (Northline)", "STENWICK, Jan. 3 (NL)"]),
    ),
  "another byline": (desk) => desk.setKey(desk.article(), "byline", desk.pick(["Reporter 1", "Mara Ellin", "Nobody"])),
  "an embargo": (desk) => desk.setKey(desk.article(), "embargo", soon(desk)),
  "an end": (desk) => desk.setKey(desk.article(), "expires", soon(desk)),
  "an end taken away": (desk) => desk.setKey(desk.article(), "expires", undefined),
  "a draft": (desk) => desk.setKey(desk.article(), "draft", desk.pick(["true", "false"])),
  "a retraction": (desk) => desk.setKey(desk.article(), "retracted", `{date: ${around(desk)}, reason: It was not so.}`),
  "a correction": (desk) =>
    desk.setKey(
      desk.article(),
      "corrections",
      `[{date: ${around(desk)}, kind: correction, text: Corrected ${desk.random()}.}]`,
    ),
  "another language": (desk) => desk.setKey(desk.article(), "lang", desk.pick(["en", "ar"])),
  "a translation": (desk) => desk.setKey(desk.article(), "translates", desk.article().slice(0, -3)),
  "another short code": (desk) =>
    desk.setKey(desk.article(), "short", `k3x9q${desk.number(8) + 2}${desk.pick(["p", "q", "r"])}`),
  "a picture": (desk) =>
    desk.setKey(desk.article(), "image", `{src: ${desk.pick(["a.svg", "b.jpg"])}, alt: Seen ${desk.number(9)}}`),
  "another file of a picture": (desk) =>
    desk.write(
      "content/media/a.svg",
      `<svg xmlns="http://www.w3.org/2000/svg" width="${90 + desk.number(9)}" height="60"/>`,
    ),
  "a deletion": (desk) => remove(desk, desk.article()),
  "another file name": (desk) => {
    const article = desk.article();
    const text = desk.read(`content/articles/${article}`);
    remove(desk, article);
    desk.write(`content/articles/${dirname(article)}/moved-${desk.next()}.md`, text);
  },
  "a comment": (desk) => {
    const path = `content/discussion/${desk.article().replace(/\.md$/, ".yaml")}`;
    const before = desk.has(path) ? desk.read(path) : "";
    desk.write(path, `${before}- {author: Reader, date: ${desk.iso(desk.now)}, text: Comment ${desk.random()}}\n`);
  },
  "a standing page": (desk) =>
    desk.write(
      `content/pages/${desk.pick(["about", "contact"])}.md`,
      `---\ntitle: About ${desk.number(100)}\n---\n\nWe are ${desk.random()}.\n`,
    ),
  "a standing page taken away": (desk) => desk.remove(`content/pages/${desk.pick(["about", "contact"])}.md`),
};
