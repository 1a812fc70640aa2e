import type { TopicKind } from "../newsroom/newsroom.ts";
import type { IndexView } from "../edition/views.ts";
import { type Html, html } from "../html.ts";
import { cutDescription } from "./opening.ts";
import { renderPage } from "./page-frame.ts";
import { wordsOf } from "./words.ts";

const KIND: Readonly<Record<TopicKind, string | undefined>> = {
  person: "topic.person",
  organisation: "topic.organisation",
  place: "topic.place",
  topic: undefined,
};

export type Entry = IndexView["entries"][number];

/** Neighbours that begin with the same letter, in the order given. */
function groupByLetter(entries: readonly Entry[], lang: string): (readonly [string, Entry[]])[] {
  const groups: [string, Entry[]][] = [];
  for (const entry of entries) {
    const letter = (entry.title.normalize("NFD").match(/\p{L}|\p{N}/u)?.[0] ?? "#").toLocaleUpperCase(lang);
    const last = groups.at(-1);
    if (last?.[0] === letter) last[1].push(entry);
    else groups.push([letter, [entry]]);
  }
  return groups;
}

/** An index of names, by their first letters, with the number of articles of each. */
export function renderIndexPage({ frame, of, entries }: IndexView): Html {
  const words = wordsOf(frame);
  const title = words.say(`index.${of}`);
  const line = ({ title: name, href, kind, total }: Entry): Html => {
    const key = kind && KIND[kind];
    return html`<li><a href="${href}"><bdi>${name}</bdi></a> <small>${key !== undefined && html`${words.say(key)} `}<span class="clock">${words.number(total)}</span></small></li>`;
  };
  const main = html`<header class="row head">
<p class="kicker">${words.say("list.archive")}</p>
<div><h1>${title}</h1><p class="facts">${words.count("index.total", entries.length)}</p></div>
</header>
${groupByLetter(entries, frame.lang).map(
  ([letter, group]) => html`<section class="row letter"><h2>${letter}</h2><ul>${group.map(line)}</ul></section>
`,
)}`;
  const names = entries.slice(0, 12).map((entry) => entry.title);
  return renderPage(frame, { kind: "names", title, description: cutDescription([title, ...names].join(" · ")), main });
}
