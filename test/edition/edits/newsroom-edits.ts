/** Edits of what a newsroom says of itself: `site.yaml` key by key, and the other files of its data. */
import type { Desk } from "./desk.ts";

/** Values of each key of `site.yaml`; undefined for a key that is left out. */
const SITE: Readonly<Record<string, readonly (string | undefined)[]>> = {
  title: ["Northline Bench", "The Other Paper"],
  tagline: ["First", "Second", "{en: News, ar: أخبار}", undefined],
  agency: ["Northline", "NL", undefined],
  url: ["https://northline.example/", "https://other.example/news/", undefined],
  language: ["en", "ar"],
  languages: ["[en, ar]", "[ar, en]", "[en, ar, es]"],
  timeZone: ["UTC", "Asia/Tokyo", "America/New_York"],
  listenLive: ["{label: Listen, url: https://radio.example/live, type: audio/mpeg}", undefined],
  shortUrl: ["{as: pages}", "{as: redirects, host: https://nl.example}", "{as: off}", undefined],
  discussion: ["{channel: mail, to: letters@northline.example}", undefined],
  hosts: ["[github-pages]", "[netlify]", undefined],
  license: ["https://creativecommons.org/licenses/by/4.0/", undefined],
  copyright: ["Northline", undefined],
  publisher: ["{name: Northline Press, url: https://press.example/}", "{name: Northline, logo: a.svg}", undefined],
  navigation: ["[about]", undefined],
  hub: ["https://hub.example/", undefined],
  articleCards: ["true", "false", undefined],
  securityContact: ["mailto:desk@northline.example", undefined],
  humans: ["[Mara Ellin]", undefined],
};

/** The first values of the keys that a newsroom begins with. */
export const SITE_START = ["title", "tagline", "agency", "url", "language", "languages"]
  .map((key) => `${key}: ${SITE[key]?.[0]}\n`)
  .join("");

function setSite(desk: Desk, key: string): void {
  const lines = desk
    .read("data/site.yaml")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(`${key}:`));
  const value = desk.pick([...(SITE[key] ?? [])].map((each) => each ?? ""));
  desk.write("data/site.yaml", `${[...lines, ...(value === "" ? [] : [`${key}: ${value}`])].join("\n")}\n`);
}

const SECTIONS = [
  "- {name: World}\n",
  "- {name: Economy, description: Money.}\n",
  "- {name: Culture, names: {ar: ثقافة}}\n",
];

const DATA_EDITS: Readonly<Record<string, (desk: Desk) => void>> = {
  "the newsroom's topics": (desk) =>
    desk.write(
      "data/topics.yaml",
      `Alpha: {kind: ${desk.pick(["person", "place"])}, aliases: [${desk.pick(["Sea", "Cable", "Beta"])}], description: About ${desk.random()}}\n`,
    ),
  "the newsroom's topics taken away": (desk) => desk.remove("data/topics.yaml"),
  "the newsroom's authors": (desk) =>
    desk.write(
      "data/authors.yaml",
      `Reporter 1: {role: Editor ${desk.number(100)}, portrait: ${desk.pick(["a.svg", "b.jpg"])}}\nMara Ellin: {biography: Writes.}\n`,
    ),
  "the newsroom's authors taken away": (desk) => desk.remove("data/authors.yaml"),
  "the newsroom's sections": (desk) => {
    const shift = desk.number(SECTIONS.length);
    desk.write("data/sections.yaml", [...SECTIONS.slice(shift), ...SECTIONS.slice(0, shift)].join(""));
  },
  "the newsroom's sections taken away": (desk) => desk.remove("data/sections.yaml"),
  "the words of a language": (desk) =>
    desk.write(
      "data/strings/en.yaml",
      desk.read("data/strings/en.yaml").replace(/^latest: .*$/m, `latest: Latest ${desk.number(1000)}`),
    ),
  "the words of another language": (desk) =>
    desk.write(
      "data/strings/ar.yaml",
      desk.read("data/strings/ar.yaml").replace(/^latest: .*$/m, `latest: أحدث ${desk.number(1000)}`),
    ),
  "the pinned lead": (desk) => desk.write("data/front.yaml", `lead: ${desk.article().slice(0, -3)}\n`),
  "no pinned lead": (desk) => desk.remove("data/front.yaml"),
};

export const NEWSROOM_EDITS: Readonly<Record<string, (desk: Desk) => void>> = {
  ...DATA_EDITS,
  ...Object.fromEntries(Object.keys(SITE).map((key) => [`site.yaml: ${key}`, (desk: Desk) => setSite(desk, key)])),
};
