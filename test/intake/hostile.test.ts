import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { zipSync } from "fflate";
import { costFault, HostileProcess } from "./hostile-process.ts";

const home = join(import.meta.dirname, "../..");
/** Seconds of processor time, so that a busy machine does not make the test fail. */
const SECONDS = 5;
const MEGABYTES = 512;
/** Told on the error stream by every child at its end. */
const METER = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nMETER "+JSON.stringify({seconds:(u.userCPUTime+u.systemCPUTime)/1e6,megabytes:u.maxRSS/1024})+"\\n")})`;

let folder = "";
let shared: HostileProcess;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-hostile-"));
  shared = new HostileProcess();
});
after(() => {
  shared.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly status: number | null;
  readonly stderr: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs the import as an editor does, with the memory that a small machine has. */
async function importFile(path: string, ...more: string[]): Promise<Run> {
  const to = join(folder, "content");
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${MEGABYTES}`,
      "--import",
      "tsx",
      "--import",
      METER,
      "src/cli/import.ts",
      path,
      "--to",
      to,
      "--cache",
      join(folder, "cache"),
      ...more,
    ],
    { cwd: home, stdio: ["ignore", "ignore", "pipe"] },
  );
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const meter = /METER (\{.*\})/.exec(stderr)?.[1] ?? "{}";
  return {
    status,
    stderr: stderr.replace(/\nMETER .*\n/, ""),
    seconds: Infinity,
    megabytes: Infinity,
    ...JSON.parse(meter),
  };
}

/** Refused with words, not with a stack, in time and in memory. */
function assertRefused(run: Run, words: RegExp): void {
  assert.equal(run.status, 1, run.stderr.slice(0, 2000));
  assert.match(run.stderr, words);
  assert.doesNotMatch(run.stderr, /^\s+at .*:\d+:\d+\)?$/m, "a stack instead of a sentence");
  assert.ok(run.seconds < SECONDS, `${run.seconds} s of processor time`);
  assert.ok(run.megabytes < MEGABYTES, `${run.megabytes} MB`);
}

async function refuse(name: string, content: string | Uint8Array, words: RegExp, ...more: string[]): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  assertRefused(await importFile(path, ...more), words);
}

/** Refused in words, in the process that such inputs share. */
async function assertSharedRefused(path: string, format: string, words: RegExp): Promise<void> {
  const answer = await shared.import({ path, format, to: join(folder, "content") });
  assert.deepEqual(answer.outcomes, ["failed"], answer.said.slice(0, 500));
  assert.match(answer.said, words);
  assert.equal(costFault(answer), undefined);
}

async function refuseShared(name: string, content: string, words: RegExp, format: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  await assertSharedRefused(path, format, words);
  rmSync(path);
}

/** `times` pieces in a file, without holding them all in memory. */
async function writeLong(path: string, head: string, piece: string, times: number, tail: string): Promise<void> {
  const stream = createWriteStream(path);
  stream.write(head);
  for (let index = 0; index < times; index++) {
    if (!stream.write(piece)) await new Promise((resolve) => stream.once("drain", () => resolve(undefined)));
  }
  await new Promise<void>((resolve) => stream.end(tail, resolve));
}

const laughs = Array.from({ length: 12 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
  "",
);
const XML_ROOTS: Readonly<Record<string, readonly [string, string]>> = {
  nitf: ["nitf", "<body><body.content><p>BODY</p></body.content></body>"],
  newsml: [
    "newsItem",
    '<contentSet><inlineXML contenttype="application/xhtml+xml"><p>BODY</p></inlineXML></contentSet>',
  ],
  rss: ["rss", "<channel><title>x</title><item><title>x</title><description>BODY</description></item></channel>"],
  wxr: ["rss", "<channel><title>x</title><item><title>BODY</title></item></channel>"],
};

for (const [format, [root, inside]] of Object.entries(XML_ROOTS)) {
  const document = (doctype: string, body: string) =>
    `<?xml version="1.0"?>\n${doctype}<${root}>${inside.replace("BODY", body)}</${root}>`;

  test(`${format}: a bomb of entities is refused`, () =>
    refuseShared(
      `${format}-bomb.xml`,
      document(`<!DOCTYPE ${root} [<!ENTITY l0 "ha">${laughs}]>`, "&l12;"),
      /entities/,
      format,
    ));

  test(`${format}: an entity that names a file of this machine is refused`, () =>
    refuseShared(
      `${format}-external.xml`,
      document(`<!DOCTYPE ${root} [<!ENTITY x SYSTEM "file:///etc/hostname">]>`, "&x;"),
      /entities/,
      format,
    ));

  test(`${format}: ten thousand nested elements are refused`, () =>
    refuseShared(
      `${format}-deep.xml`,
      document("", `${"<b>".repeat(10_000)}x${"</b>".repeat(10_000)}`),
      /nested/,
      format,
    ));
}

test("html: a hundred thousand nested elements are refused or read, in time and in memory", async () => {
  const path = join(folder, "deep.html");
  writeFileSync(path, `<!doctype html><title>x</title><article>${"<div>".repeat(100_000)}x</article>`);
  assertRefused(await importFile(path), /nested|no text|headline|date/);
});

for (const format of ["ninjs", "ghost", "rss"]) {
  test(`${format}: JSON nested a million deep is refused`, () => {
    const head = {
      ninjs: '{"uri":"x","bodies":',
      ghost: '{"db":[{"data":{"posts":',
      rss: '{"version":"https://jsonfeed.org/version/1.1","items":',
    }[format];
    return refuseShared(
      `${format}-deep.json`,
      `${head}${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`,
      /nested/,
      format,
    );
  });
}

/** A document of 60 MB without a long text in it: elements, entries, objects. */
const DENSE: readonly (readonly [string, string, string, string, string, RegExp])[] = [
  [
    "wxr",
    "elements in one post",
    '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>',
    "<a/>",
    "</item></channel></rss>",
    /400000 elements/,
  ],
  [
    "wxr",
    "posts",
    '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>',
    "<item/>",
    "</channel></rss>",
    /100,000 articles/,
  ],
  ["rss", "entries", "<rss><channel>", "<item/>", "</channel></rss>", /100,000 articles/],
  ["rss", "values", '{"version":"https://jsonfeed.org/version/1.1","items":[', "{},", "{}]}", /million values/],
  ["ghost", "values", '{"db":[{"meta":{},"data":{"posts":[', "{},", "{}]}}]}", /million values/],
];

for (const [format, of, head, piece, tail, words] of DENSE) {
  test(`${format}: 60 MB of ${of} are refused`, async () => {
    const path = join(folder, `dense.${format}`);
    await writeLong(path, head, piece.repeat(Math.floor(6e6 / piece.length)), 10, tail);
    await assertSharedRefused(path, format, words);
    rmSync(path);
  });
}

test("Ten thousand brackets, quotes and list marks in Markdown are read or refused, in time and in memory", async () => {
  for (const piece of ["[", "> ", "- ", "*_", "`"]) {
    const path = join(folder, "deep.md");
    writeFileSync(path, `---\ntitle: x\ndate: 2021-01-01\n---\n${piece.repeat(10_000)}x\n`);
    const answer = await shared.import({ path, format: "auto", to: join(folder, "content") });
    assert.equal(answer.outcomes.length, 1);
    assert.equal(costFault(answer), undefined, JSON.stringify(piece));
  }
});

const LONG: Readonly<Record<string, readonly [string, string, string]>> = {
  wire: ["PORT ANVERS (AP) - ", "one line without an end ", ""],
  html: ["<!doctype html><title>x</title><article><p>", "one line without an end ", "</p></article>"],
  ninjs: ['{"uri":"urn:x:1","headlines":[{"value":"x"}],"bodies":[{"value":"', "one line without an end ", '"}]}'],
  newsml: [
    '<newsItem><contentSet><inlineData contenttype="text/plain">',
    "one line without an end ",
    "</inlineData></contentSet></newsItem>",
  ],
  nitf: ["<nitf><body><body.content><p>", "one line without an end ", "</p></body.content></body></nitf>"],
  anpa: ["\u0016\u0016\u0001a0471\u001f-----\nr i bc-x 01-15 0129\n\u0002", "one line without an end ", "\u0003\u0004"],
  iptc7901: ["\u0001abc014 4 pl 171\nx/\n\u0002", "one line without an end ", "\u0003\u0004"],
  rss: [
    "<rss><channel><item><title>x</title><description>",
    "one line without an end ",
    "</description></item></channel></rss>",
  ],
  wxr: [
    '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>',
    "one line without an end ",
    "</title></item></channel></rss>",
  ],
  ghost: ['{"db":[{"data":{"posts":[{"title":"x","html":"', "one line without an end ", '"}]}}]}'],
  md: ["---\ntitle: x\n---\n", "one line without an end ", ""],
};

for (const [format, [head, piece, tail]] of Object.entries(LONG)) {
  test(`${format}: 100 MB of one line are refused, the format given or recognised`, async () => {
    const path = join(folder, "long.in");
    await writeLong(path, head, piece.repeat(10_000), 440, tail);
    for (const as of [format, "auto"]) await assertSharedRefused(path, as, /MB|million/);
    rmSync(path);
  });
}

test("A zip bomb is refused, and a zip whose names climb writes nothing outside", async () => {
  const zeros = new Uint8Array(20 * 1024 * 1024);
  const bomb = zipSync({ "0.txt": zeros, "1.txt": zeros, "2.txt": zeros }, { level: 1 });
  await refuse("bomb.zip", bomb, /unpacks to far more than it holds/);
  const climbing = zipSync({
    "../../../climbed.md": Buffer.from("---\ntitle: x\ndate: 2021-01-01\n---\nx\n"),
    "/tmp/dateline-climbed.md": Buffer.from("x"),
    "..\\climbed.md": Buffer.from("x"),
  });
  const inner = join(folder, "a/b/c");
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(inner, "climb.zip"), climbing);
  assertRefused(await importFile(join(inner, "climb.zip")), /\.\.|outside|name|path/i);
  const names = [folder, join(folder, "a"), join(folder, "a/b"), tmpdir()].flatMap((place) => readdirSync(place));
  assert.deepEqual(
    names.filter((name) => name.includes("climbed")),
    [],
  );
});
