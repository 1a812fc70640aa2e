import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { get, type IncomingHttpHeaders } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { renderHostFiles } from "../../src/build/host-files.ts";
import { openDesk, writeFiles } from "../output/small-site.ts";

const GUIDE = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");
const FORMER = [
  { from: "2031/01/14/old.html", to: "2031/01/15/harbour.html" },
  { from: "Blog/порт 1/index.html", to: "topics/порт.html" },
];
const SITE = new Map([
  ["index.html", "<!doctype html><title>front</title>"],
  ["404.html", "<!doctype html><title>not found</title>"],
  ["2031/01/15/harbour.html", "<!doctype html><title>harbour café</title>"],
  ["topics/harbour.html", "<!doctype html><title>topic</title>"],
  ["topics/harbour/1.html", "<!doctype html><title>topic, first page</title>"],
  ["archive/index.html", "<!doctype html><title>archive</title>"],
  ["assets/page-9fbab1c7.js", "0;"],
  ["assets/moment.js", "1;"],
  ["media/01/quay-01948be4-400.avif", "not really"],
  ["media/27/tape-2752e559.wav", "0123456789"],
  ["site.webmanifest", "{}"],
  ["robots.txt", "User-agent: *\n"],
  [".well-known/security.txt", "Contact: mailto:desk@paper.example\n"],
  [".publishing", "a process"],
  [".git/config", "[core]\n"],
  ...renderHostFiles(
    { shortUrl: { as: "redirects" } },
    {
      shortLinks: [{ code: "k3x9q2p", address: "2031/01/15/harbour.html" }],
      former: FORMER,
    },
  ).map(({ address, text }): [string, string] => [address, text]),
]);

/** The text of a fenced example in the guide. */
function example(name: string): string {
  const text = new RegExp(`^\`\`\`${name}\n([\\s\\S]*?)^\`\`\`$`, "m").exec(GUIDE)?.[1];
  assert.ok(text !== undefined, `docs/hosting.md has an example ${name}`);
  return text;
}

function missing(command: string): string | false {
  const found = spawnSync("sh", ["-c", `command -v ${command}`], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  return found.status === 0 ? false : `${command} is not installed here; its example is not tried`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

interface Setting {
  readonly folder: string;
  readonly dist: string;
  readonly port: number;
  /** An example with this setting's folder and port in place of the guide's. */
  readonly fit: (text: string) => string;
}

async function arrange(t: TestContext): Promise<Setting> {
  const desk = openDesk();
  t.after(desk.remove);
  writeFiles(desk.output, SITE);
  // Servers that start as root serve as somebody else.
  chmodSync(desk.folder, 0o755);
  const port = await freePort();
  const fit = (text: string): string =>
    text.replaceAll("/srv/paper/dist", desk.output).replaceAll("8080", String(port));
  return { folder: desk.folder, dist: desk.output, port, fit };
}

async function start(t: TestContext, setting: Setting, command: string, words: readonly string[]): Promise<void> {
  const server: ChildProcess = spawn(command, [...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, HOME: setting.folder },
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (data) => (said += data));
  t.after(async () => {
    if (server.exitCode !== null) return;
    const ended = once(server, "exit");
    server.kill("SIGTERM");
    await ended;
  });
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) assert.fail(`${command} ended: ${said}`);
    const up = await ask(setting, "/robots.txt").catch(() => undefined);
    if (up !== undefined) return;
    await sleep(50);
  }
  assert.fail(`${command} does not answer: ${said}`);
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function ask(setting: Setting, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port: setting.port, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (data) => (text += data));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    }).on("error", reject);
  });
}

/** A former address leads on, in letters of any script, below the folder that a page of an index stands for. */
async function expectFormer(setting: Setting): Promise<void> {
  for (const [from, to] of [
    ["/2031/01/14/old.html", "/2031/01/15/harbour.html"],
    [encodeURI("/Blog/порт 1/"), encodeURI("/topics/порт.html")],
  ] as const) {
    const { status, headers } = await ask(setting, from);
    assert.deepEqual([status, headers.location?.replace(/^http:\/\/[^/]*/, "")], [301, to]);
  }
}

/** What the guide promises of every server. */
async function expectAll(setting: Setting): Promise<void> {
  const page = async (path: string, title: string, status = 200): Promise<void> => {
    const answer = await ask(setting, path);
    assert.match(answer.text, new RegExp(`<title>${title}</title>`), path);
    assert.equal(answer.status, status, path);
    assert.match(answer.headers["content-type"] ?? "", /^text\/html; ?charset=utf-8$/i, path);
    if (status !== 200) return;
    assert.equal(answer.headers["cache-control"], "no-cache", path);
    assert.equal(answer.headers["x-content-type-options"], "nosniff", path);
    assert.equal(answer.headers["referrer-policy"], "strict-origin-when-cross-origin", path);
  };
  await page("/", "front");
  await page("/index.html", "front");
  await page("/index.html?q=ferry", "front");
  await page("/2031/01/15/harbour.html", "harbour café");
  await page("/2031/01/15/harbour", "harbour café");
  await page("/2031/01/15/harbour?q=1", "harbour café");
  await page("/topics/harbour", "topic");
  await page("/topics/harbour/1.html", "topic, first page");
  await page("/archive/", "archive");
  await page("/nowhere.html", "not found", 404);
  await page("/no/where/at/all", "not found", 404);
  for (const [path, type, cache] of [
    ["/assets/page-9fbab1c7.js", /javascript/, "public, max-age=31536000, immutable"],
    ["/media/01/quay-01948be4-400.avif", /^image\/avif/, "public, max-age=31536000, immutable"],
    ["/assets/moment.js", /javascript/, "no-cache"],
    ["/site.webmanifest", /^application\/manifest\+json/, "no-cache"],
    ["/.well-known/security.txt", /^text\/plain/, "no-cache"],
  ] as const) {
    const answer = await ask(setting, path);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers["content-type"] ?? "", type, path);
    assert.equal(answer.headers["cache-control"], cache, path);
  }
  const part = await ask(setting, "/media/27/tape-2752e559.wav", { range: "bytes=2-4" });
  assert.deepEqual([part.status, part.text], [206, "234"]);
  for (const path of ["/.publishing", "/.git/config", "/.nojekyll"]) {
    const { status, text } = await ask(setting, path);
    assert.ok(status === 404 || status === 403, `${path}: ${status}`);
    assert.doesNotMatch(text, /a process|core/);
  }
}

test("the nginx example serves the site as the guide says", { skip: missing("nginx") }, async (t) => {
  const setting = await arrange(t);
  const { folder, fit } = setting;
  const server = example("nginx").replace(
    /^}\n*$(?![\s\S]*^}\n*$)/m,
    `${example("nginx-short-links-server")}${example("nginx-former-server")}}\n`,
  );
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const types = ["/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types"].find((path) => existsSync(path));
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/nginx.pid; ${process.getuid?.() === 0 ? "user root;" : ""} error_log ${folder}/error.log;
events {}
http {
access_log off; ${temporary.join(" ")}
${fit(example("nginx-short-links") + example("nginx-former") + server).replace("include mime.types", `include ${types}`)}
}
`,
  );
  await start(t, setting, "nginx", ["-c", join(folder, "nginx.conf"), "-p", folder]);
  await expectAll(setting);
  await expectFormer(setting);
  const short = await ask(setting, "/s/k3x9q2p");
  assert.deepEqual([short.status, short.headers.location], [302, "/2031/01/15/harbour.html"]);
  assert.equal((await ask(setting, "/s/nosuch1")).status, 404);
});

test("the Caddy example serves the site as the guide says", { skip: missing("caddy") }, async (t) => {
  const setting = await arrange(t);
  const config = join(setting.folder, "Caddyfile");
  writeFileSync(
    config,
    `{\n\tadmin off\n}\n${setting.fit(example("caddy").replace(/^}\n*$/m, `${example("caddy-former")}}`))}`,
  );
  await start(t, setting, "caddy", ["run", "--adapter", "caddyfile", "--config", config]);
  await expectAll(setting);
  await expectFormer(setting);
});

test("the lighttpd example serves the site as the guide says", { skip: missing("lighttpd") }, async (t) => {
  const setting = await arrange(t);
  const config = join(setting.folder, "lighttpd.conf");
  writeFileSync(config, setting.fit(example("lighttpd")));
  await start(t, setting, "lighttpd", ["-D", "-f", config]);
  await expectAll(setting);
});

const APACHE_MODULES = "/usr/lib/apache2/modules";
const withoutApache =
  missing("apache2") || (existsSync(APACHE_MODULES) ? false : "Apache's modules lie elsewhere here");

test("the Apache example serves the site as the guide says", { skip: withoutApache }, async (t) => {
  const setting = await arrange(t);
  const { folder, fit } = setting;
  mkdirSync(join(folder, "apache"));
  const modules = ["mpm_event", "authz_core", "alias", "dir", "mime", "rewrite", "headers"].map(
    (name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`,
  );
  const config = join(folder, "apache.conf");
  writeFileSync(
    config,
    `ServerRoot ${folder}/apache
ServerName 127.0.0.1
PidFile ${folder}/apache.pid
DefaultRuntimeDir ${folder}/apache
ErrorLog ${folder}/error.log
TypesConfig /etc/mime.types
${modules.join("\n")}
${process.getuid?.() === 0 ? "User www-data\nGroup www-data" : ""}
${fit(example("apache").replace("</VirtualHost>", `${example("apache-former")}</VirtualHost>`))}`,
  );
  await start(t, setting, "apache2", ["-D", "FOREGROUND", "-f", config]);
  await expectAll(setting);
  await expectFormer(setting);
});

test("the guide's table of hosts has every host that the build knows", async () => {
  const { HOSTS } = await import("../../src/check/hosts.ts");
  const rows = [...GUIDE.matchAll(/^\| `([a-z0-9-]+)` \|.*\((https:[^)]+)\) \|$/gm)].map(([, name, source]) => [
    name,
    source,
  ]);
  assert.deepEqual(
    rows,
    Object.entries(HOSTS).map(([name, { source }]) => [name, source]),
  );
});
