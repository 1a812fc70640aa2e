/** Seeded edits of a newsroom's files, of every kind that editors make; each leaves a newsroom that builds. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeRandom } from "../../bench/archive.ts";

export interface Edits {
  /** Makes one edit and says what it was. */
  readonly next: () => string;
  /** The moment after the edits so far; epoch milliseconds. */
  readonly now: () => number;
}

const HOUR = 3_600_000;

/** Edits of the newsroom in `folder` (`content/`, `data/`). */
export function makeEdits(folder: string, seed: number, startAt: number): Edits {
  const random = makeRandom(seed);
  const articles = join(folder, "content/articles");
  let now = startAt;
  let made = 0;
  const files = () =>
    readdirSync(articles, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort();
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(join(articles, file), edit(readFileSync(join(articles, file), "utf8")));
  const setKey = (file: string, key: string, value: string | undefined) =>
    change(file, (text) => {
      const bare = text.replace(new RegExp(`^${key}: .*\\n`, "m"), "");
      return value === undefined ? bare : bare.replace("---\n", `---\n${key}: ${value}\n`);
    });
  const someDay = () => new Date(now - Math.floor(random() * 4000) * 24 * HOUR).toISOString();
  const write = (date: string, extra: string) => {
    const slug = `made-${++made}`;
    const path = join(articles, date.slice(0, 4), date.slice(5, 7), `${slug}.md`);
    mkdirSync(dirname(path), { recursive: true });
    const tag = /^tags: (.*)$/m.exec(readFileSync(join(articles, pick(files())), "utf8"))?.[1] ?? "[]";
    writeFileSync(
      path,
      `---\ntitle: Made ${made}\ndate: ${date}\ntags: ${tag}\nsection: world\n${extra}---\n\nText of ${made}. See [that](${pick(files()).slice(0, -3)}).\n`,
    );
    return slug;
  };
  const kinds: Readonly<Record<string, () => void>> = {
    "a new article": () => void write(new Date(now - Math.floor(random() * 3) * HOUR).toISOString(), ""),
    "a new article in the past": () => void write(someDay(), ""),
    "an article that names others": () =>
      void write(
        new Date(now).toISOString(),
        `related:\n  - ${pick(files()).slice(0, -3)}\n  - ${/^title: (.*)$/m.exec(readFileSync(join(articles, pick(files())), "utf8"))?.[1]}\n`,
      ),
    "another text": () => change(pick(files()), (text) => `${text}\nAnd more ${random()}.\n`),
    "another headline": () => setKey(pick(files()), "title", `Renamed ${Math.floor(random() * 1000)}`),
    "the same headline twice": () => setKey(pick(files()), "title", "One headline for two"),
    "other tags": () =>
      setKey(
        pick(files()),
        "tags",
        `[${pick(["Alpha", "Beta", "Gamma", "BETA"])}, ${pick(["Port", "Sea", "Cable", "SEA"])}]`,
      ),
    "another date": () => setKey(pick(files()), "date", someDay()),
    "another section": () => setKey(pick(files()), "section", pick(["world", "economy", "culture"])),
    "another dateline": () =>
      setKey(
        pick(files()),
        "dateline",
        pick(["MADAR (Northline)", "PORT AMBER (Northline)", "Port Amber (Northline)", "STENWICK, Jan. 3 (NL)"]),
      ),
    "an embargo": () =>
      setKey(pick(files()), "embargo", new Date(now + Math.floor(random() * 5) * HOUR + 60_000).toISOString()),
    "an end": () =>
      setKey(pick(files()), "expires", new Date(now + Math.floor(random() * 5) * HOUR + 60_000).toISOString()),
    "an end taken away": () => setKey(pick(files()), "expires", undefined),
    "a draft": () => setKey(pick(files()), "draft", pick(["true", "false"])),
    "a retraction": () =>
      setKey(pick(files()), "retracted", `{date: ${new Date(now).toISOString()}, reason: It was not so.}`),
    "a correction": () =>
      setKey(
        pick(files()),
        "corrections",
        `[{date: ${new Date(now).toISOString()}, kind: correction, text: Corrected ${random()}.}]`,
      ),
    "another language": () => setKey(pick(files()), "lang", pick(["en", "ar"])),
    "a translation": () => setKey(pick(files()), "translates", pick(files()).slice(0, -3)),
    "another short code": () =>
      setKey(pick(files()), "short", `k3x9q${pick(["2", "3", "4", "5"])}${pick(["p", "q", "r", "s", "t"])}`),
    "another byline": () => setKey(pick(files()), "byline", pick(["Reporter 1", "Mara Ellin", "Nobody"])),
    "a deletion": () => {
      const file = pick(files());
      rmSync(join(articles, file));
      rmSync(join(folder, "content/discussion", file.replace(/\.md$/, ".yaml")), { force: true });
    },
    "another file name": () => {
      const file = pick(files());
      rmSync(join(folder, "content/discussion", file.replace(/\.md$/, ".yaml")), { force: true });
      renameSync(join(articles, file), join(articles, dirname(file), `moved-${++made}.md`));
    },
    "a comment": () => {
      const path = join(folder, "content/discussion", pick(files()).replace(/\.md$/, ".yaml"));
      mkdirSync(dirname(path), { recursive: true });
      const before = existsSync(path) ? readFileSync(path, "utf8") : "";
      writeFileSync(
        path,
        `${before}- {author: Reader, date: ${new Date(now).toISOString()}, text: Comment ${random()}}\n`,
      );
    },
    "the newsroom's tagline": () => {
      const path = join(folder, "data/site.yaml");
      writeFileSync(
        path,
        readFileSync(path, "utf8").replace(/^tagline: .*$/m, `tagline: Number ${Math.floor(random() * 1000)}`),
      );
    },
    "the newsroom's topics": () =>
      writeFileSync(
        join(folder, "data/topics.yaml"),
        `Alpha: {kind: ${pick(["person", "place"])}, aliases: [${pick(["Sea", "Cable", "Beta"])}], description: About ${random()}}\n`,
      ),
    "the newsroom's authors": () =>
      writeFileSync(
        join(folder, "data/authors.yaml"),
        `Reporter 1: {role: Editor ${Math.floor(random() * 100)}}\nMara Ellin: {biography: Writes.}\n`,
      ),
    "the words of a language": () => {
      const path = join(folder, "data/strings/en.yaml");
      writeFileSync(
        path,
        readFileSync(path, "utf8").replace(/^latest: .*$/m, `latest: Latest ${Math.floor(random() * 1000)}`),
      );
    },
    "the pinned lead": () => writeFileSync(join(folder, "data/front.yaml"), `lead: ${pick(files()).slice(0, -3)}\n`),
    "a standing page": () => {
      mkdirSync(join(folder, "content/pages"), { recursive: true });
      writeFileSync(
        join(folder, `content/pages/${pick(["about", "contact"])}.md`),
        `---\ntitle: About ${Math.floor(random() * 100)}\n---\n\nWe are ${random()}.\n`,
      );
    },
    "time passing": () => {
      now += 2 * HOUR;
    },
  };
  const names = Object.keys(kinds);
  return {
    now: () => now,
    next: () => {
      now += 60_000;
      const name = pick(names);
      kinds[name]?.();
      return name;
    },
  };
}
