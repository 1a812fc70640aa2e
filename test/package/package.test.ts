/** Editions to carry away, made from a built site, and opened with tools that are not ours. */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import test, { after, before, type TestContext } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import type { PackageForm } from "../../src/archive/packaged.ts";
import { parseChoice } from "../../src/package/edition-choice.ts";
import { packageEdition } from "../../src/package/package.ts";
import { zimwriterIsThere } from "../../src/package/zim.ts";
import { checkDist, renderFinding } from "../../src/check/check-links.ts";
import { makeOfflineSite, type OfflineSite } from "../browser/offline-site.ts";

const EPUBCHECK = ["/usr/bin/epubcheck", "/usr/share/java/epubcheck.jar"].find((path) => existsSync(path));
const epubcheckIsMissing =
  EPUBCHECK === undefined || spawnSync("java", ["-version"]).status !== 0 ? "needs Debian's epubcheck and Java" : false;

/** The first file's name is in capitals, to be seen first; pages of a site may not be so named. */
const CAPITALS =
  'START-HERE.html: "START-HERE.html" has characters other than a-z, 0-9, - and letters of other scripts; rename it';

let site: OfflineSite;
let dist = "";

before(async () => {
  site = await makeOfflineSite();
  dist = await site.build("first", "2031-01-17T12:00Z");
});

after(() => rmSync(site.folder, { recursive: true, force: true }));

async function make(form: PackageForm, edition: string, to = "packages", lang?: string): Promise<string> {
  const [file] = await packageEdition({
    dist,
    to: join(site.folder, to),
    choice: parseChoice(edition),
    forms: [form],
    lang,
  });
  assert.ok(file !== undefined);
  return file.path;
}

function unpack(path: string): Record<string, Uint8Array> {
  return unzipSync(readFileSync(path));
}

/** Writes the files of a package into a folder, for the check of links. */
function lay(files: Readonly<Record<string, Uint8Array>>, name: string): string {
  const folder = join(site.folder, name);
  for (const [address, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    writeFileSync(join(folder, address), content);
  }
  const sums = Object.keys(files)
    .sort()
    .map(
      (address) =>
        `${createHash("sha256")
          .update(files[address] ?? "")
          .digest("hex")}  ${address}\n`,
    );
  writeFileSync(join(folder, "SHA256SUMS"), sums.join(""));
  return folder;
}

test("a zip of all is the site as built, with a first file that leads in, and without what only hosts use", async () => {
  const files = unpack(await make("zip", "all"));
  const [first, ...others] = Object.keys(files);
  assert.equal(first, "START-HERE.html");
  assert.ok(!others.includes("worker.js") && !others.includes("_headers"));
  for (const address of others)
    assert.ok(readFileSync(join(dist, address)).equals(files[address] ?? new Uint8Array()), address);
  assert.match(strFromU8(files["START-HERE.html"] ?? new Uint8Array()), /href="index\.html"/);
  assert.deepEqual(checkDist(lay(files, "all")).map(renderFinding), [CAPITALS]);
});

test("names in a zip are safe for FAT32 and Windows", async () => {
  const names = Object.keys(unpack(await make("zip", "all")));
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length, "no two differ in case alone");
  for (const name of names) {
    for (const part of name.split("/")) {
      assert.match(part, /^[A-Za-z0-9._-]{1,80}$/, name);
      assert.doesNotMatch(part, /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/i, name);
    }
  }
});

test("a zip of a day holds that day, and no link in it is dead", async () => {
  const files = unpack(await make("zip", "2031-01-16"));
  const pages = Object.keys(files).filter((name) => name.endsWith(".html"));
  assert.deepEqual(pages, [
    "START-HERE.html",
    "2031/01/16/crane-falls.html",
    "2031/01/16/ferry-sails.html",
    "ar/2031/01/16/marsa.html",
  ]);
  assert.deepEqual(checkDist(lay(files, "day")).map(renderFinding), [CAPITALS]);
  assert.doesNotMatch(strFromU8(files["2031/01/16/ferry-sails.html"] ?? new Uint8Array()), /data-manifest|sections\//);
});

test("a zip of a part keeps the discussion; its short link is gone where the site has no address to lead to", async () => {
  const page = strFromU8(unpack(await make("zip", "2031-01-15"))["2031/01/15/pier-opens.html"] ?? new Uint8Array());
  assert.match(page, /I was the first across\./);
  assert.doesNotMatch(page, /id="short"|href="[^"]*\/s\//);
});

test("topics and sections are editions too, and an unknown one is told with those there are", async () => {
  assert.ok("2031/01/02/old-quay.html" in unpack(await make("zip", "section:history")));
  const ferries = unpack(await make("zip", "topic:ferries"));
  assert.ok("2031/01/15/pier-opens.html" in ferries && !("2031/01/02/old-quay.html" in ferries));
  assert.ok(
    Object.keys(ferries).some((name) => /^media\/.*\.jpg$/.test(name)),
    "pictures come along",
  );
  assert.ok(
    Object.keys(ferries).some((name) => /^media\/.*\.wav$/.test(name)),
    "sound comes along",
  );
  await assert.rejects(make("zip", "topic:fairies"), /no topic fairies.*\n.*ferries/);
  await assert.rejects(make("zip", "2030"), /no article of 2030/);
  assert.throws(() => parseChoice("yesterday"), /write all, 2021/);
});

test("the same site gives the same bytes", async () => {
  const forms = ["zip", "epub", "html", ...(zimwriterIsThere() ? (["zim"] as const) : [])] as const;
  for (const form of forms) {
    const sums = [];
    for (const to of ["once", "twice"]) {
      sums.push(
        createHash("sha256")
          .update(readFileSync(await make(form, "2031", to)))
          .digest("hex"),
      );
    }
    assert.equal(sums[0], sums[1], form);
  }
});

test("unzip finds no fault in a zip", async (t) => {
  if (spawnSync("unzip", ["-v"]).status !== 0) return t.skip("needs unzip");
  execFileSync("unzip", ["-tq", await make("zip", "all")]);
});

test("a single file has its pictures inside, asks for nothing, and its links stay within it", async () => {
  const text = readFileSync(await make("html", "2031"), "utf8");
  assert.match(text, /<img src="data:image\/jpeg;base64,/);
  assert.match(text, /I was the first across\./, "the discussion stays with its article");
  assert.doesNotMatch(text, /<(?:script|link|audio|form)\b/);
  assert.doesNotMatch(text, /\s(?:src|href)="(?!data:|#)/);
  const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, "no id stands twice");
  for (const [, target] of text.matchAll(/href="#([^"]*)"/g))
    assert.ok(ids.includes(target), `#${target} leads somewhere`);
});

test("epubcheck finds no error in a book", { skip: epubcheckIsMissing }, async () => {
  const path = await make("epub", "all");
  const done = spawnSync("java", ["-jar", EPUBCHECK ?? "", path], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
});

test("a book has the pictures and the discussion of its articles", async () => {
  const files = unpack(await make("epub", "2031"));
  const names = Object.keys(files);
  const chapter = names.find((name) => /I was the first across\./.test(strFromU8(files[name] ?? new Uint8Array())));
  const [, picture] = /<img src="([^"]+)"/.exec(strFromU8(files[chapter ?? ""] ?? new Uint8Array())) ?? [];
  assert.ok(names.includes(`book/${picture}`), `book/${picture}`);
});

test("a book has cover, contents and landmarks, and one of Arabic turns from right to left", async () => {
  const path = await make("epub", "all", "packages", "ar");
  assert.equal(readFileSync(path).subarray(30, 58).toString("latin1"), "mimetypeapplication/epub+zip");
  const files = unpack(path);
  const read = (name: string): string => strFromU8(files[`book/${name}`] ?? new Uint8Array());
  assert.match(read("package.opf"), /page-progression-direction="rtl"/);
  assert.match(read("package.opf"), /properties="cover-image"/);
  assert.match(read("contents.xhtml"), /epub:type="toc"[\s\S]*المرسى يفتح[\s\S]*epub:type="landmarks"/);
  assert.match(read("a1.xhtml"), /lang="ar" xml:lang="ar" dir="rtl"/);
});

/** Starts kiwix-serve with a file; gives its address. */
async function serveZim(t: TestContext, path: string): Promise<string> {
  const port = 20_000 + (process.pid % 20_000);
  const server = spawn("kiwix-serve", [`--port=${port}`, "--address=127.0.0.1", path], { stdio: "ignore" });
  t.after(() => server.kill());
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("kiwix-serve does not answer");
}

const kiwixIsMissing =
  zimwriterIsThere() && spawnSync("kiwix-serve", ["--version"]).status === 0
    ? false
    : "needs zim-tools and kiwix-tools";

test(
  "kiwix-serve opens a ZIM file with its pictures, sound, discussion and short link, and searches it",
  { skip: kiwixIsMissing },
  async (t) => {
    const path = await make("zim", "all");
    const url = await serveZim(t, path);
    const catalog = await (await fetch(`${url}/catalog/v2/entries`)).text();
    assert.match(catalog, /<updated>2031-01-17T/, "its day is the edition's, not that of the clock");
    const book = `${url}${/<link type="text\/html" href="([^"]+)"/.exec(catalog)?.[1]}/`;
    const page = await (await fetch(`${book}2031/01/15/pier-opens.html`)).text();
    assert.match(page, /It opened at six\.[\s\S]*I was the first across\./);
    const parts = [
      /<img [^>]*src="([^"]+)"/,
      /<(?:audio|source)[^>]* src="([^"]+\.wav)"/,
      /id="short"[^>]*href="([^"]+)"/,
    ];
    for (const part of parts) {
      const [, address = "nothing"] = part.exec(page) ?? [];
      assert.equal((await fetch(new URL(address, `${book}2031/01/15/`))).status, 200, address);
    }
    const found = await (await fetch(`${url}/search?content=${basename(path, ".zim")}&pattern=crane`)).text();
    assert.match(found, /Crane falls/);
  },
);

test("zimcheck passes a ZIM file", { skip: zimwriterIsThere() ? false : "needs zim-tools" }, async () => {
  const path = await make("zim", "all");
  const done = spawnSync("zimcheck", [path], { encoding: "utf8" });
  assert.match(done.stdout, /Overall Test Status: Pass/);
});
