import { mailtoOf } from "../article/web-address.ts";
import type { TopicKind } from "../newsroom/newsroom.ts";
import type { ListSubject, ListView } from "../edition/views.ts";
import { type Html, html, safeUrl } from "../html.ts";
import { renderPicture } from "./picture.ts";
import { wordsOf } from "./words.ts";

const KIND: Readonly<Record<TopicKind, string>> = {
  person: "topic.person",
  organisation: "topic.organisation",
  place: "topic.place",
  topic: "topic.topic",
};

/** What kind of list this is, in a word or two, for the margin. */
export function nameOfSubject({ frame, subject }: ListView): string {
  const words = wordsOf(frame);
  switch (subject.kind) {
    case "section":
      return words.say("list.section");
    case "topic":
      return words.say(KIND[subject.topic.kind]);
    case "author":
      return subject.author.role ?? words.say("list.author");
    case "place":
      return words.say("list.filed-from");
    case "plain":
      return words.say(subject.word);
  }
}

function renderElsewhere(sameAs: readonly string[]): Html | undefined {
  const links = sameAs.map(safeUrl).filter((href) => href !== undefined);
  if (links.length === 0) return undefined;
  return html`<ul class="inline">${links.map((href) => html`<li><a class="external u-url" rel="external me" href="${href}"><bdi>${new URL(href).hostname.replace(/^www\./, "")}</bdi></a></li>`)}</ul>`;
}

/** What is known about the subject: description, other names, the same thing elsewhere, what often appears with it. */
export function renderSubject(view: ListView): Html | undefined {
  const words = wordsOf(view.frame);
  const subject: ListSubject = view.subject;
  switch (subject.kind) {
    case "section": {
      const description = subject.section.description?.[view.frame.lang];
      return description === undefined ? undefined : html`<p class="standfirst">${description}</p>`;
    }
    case "topic": {
      const { topic, often } = subject;
      const names = topic.aliases.map((alias) => html`<bdi>${alias}</bdi>`);
      return html`${topic.description !== undefined && html`<p class="standfirst">${topic.description}</p>`}${
        names.length > 0 && html`<p class="aside">${words.phrase("topic.aliases", { names: words.list(names) })}</p>`
      }${renderElsewhere(topic.sameAs)}${
        often.length > 0 &&
        html`<p class="aside">${words.say("topic.often")}</p><ul class="inline">${often.map((link) => html`<li><a href="${link.href}" data-kind="${link.kind}"><bdi>${link.title}</bdi></a></li>`)}</ul>`
      }`;
    }
    case "author": {
      const { author, portrait } = subject;
      return html`<div class="h-card author">${portrait && renderPicture({ image: portrait, sizes: "8em", first: true })}<div>${
        author.biography !== undefined && html`<p class="standfirst p-note">${author.biography}</p>`
      }${author.email !== undefined && html`<p class="aside"><a class="u-email" href="${mailtoOf(author.email)}"><bdi>${author.email}</bdi></a></p>`}${renderElsewhere(author.sameAs)}</div></div>`;
    }
    case "place":
      return (
        subject.topic &&
        html`<p class="aside"><a href="${subject.topic.href}">${words.phrase("place.topic", { topic: html`<bdi>${subject.topic.title}</bdi>` })}</a></p>`
      );
    case "plain":
      return undefined;
  }
}
