import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import test from "node:test";
import WebSocket from "ws";
import { openPreviewSite, type PreviewSite } from "./preview-site.ts";

const own = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === "IPv4")?.address;

/** Whether anything answers at the address. */
async function answers(address: string, port: number): Promise<boolean> {
  const socket = connect(port, address);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function statusOfSocket(
  { port }: PreviewSite,
  origin: string | undefined,
  path = "/.dateline/reload",
): Promise<number> {
  const socket = new WebSocket(`ws://localhost:${port}${path}`, origin === undefined ? {} : { origin });
  return new Promise((resolve) => {
    socket.on("error", () => undefined);
    socket.on("unexpected-response", (_request, { statusCode = 0 }) => resolve(statusCode));
    socket.on("open", () => {
      socket.terminate();
      resolve(101);
    });
  });
}

test("the preview listens on this machine alone, at 127.0.0.1 and ::1", async (t) => {
  const { port, addresses } = await openPreviewSite(t);
  assert.equal(addresses[0], `http://localhost:${port}/`);
  assert.ok(await answers("127.0.0.1", port));
  if (
    Object.values(networkInterfaces())
      .flat()
      .some((address) => address?.address === "::1")
  )
    assert.ok(await answers("::1", port));
  if (own !== undefined) assert.ok(!(await answers(own, port)));
  assert.ok(!(await answers("127.0.0.2", port)));
});

test("a name that is not the preview's own is refused, whatever leads there", async (t) => {
  const { statusOf, port } = await openPreviewSite(t);
  for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    assert.equal(await statusOf("/", { Host: host }), 200, host);
  for (const host of [
    "localhost",
    `evil.example:${port}`,
    `localhost.evil.example:${port}`,
    `127.0.0.1.nip.io:${port}`,
  ])
    assert.equal(await statusOf("/", { Host: host }), 403, host);
});

test("a page of another site gets nothing: no page, no script, no frame, no socket", async (t) => {
  const site = await openPreviewSite(t);
  const { statusOf, port } = site;
  for (const origin of ["http://evil.example", "null", `http://localhost:${port + 1}`, `https://localhost:${port}`]) {
    assert.equal(await statusOf("/", { Origin: origin }), 403, origin);
    assert.equal(await statusOfSocket(site, origin), 403, origin);
  }
  assert.equal(await statusOfSocket(site, undefined), 403);
  assert.equal(await statusOf("/", { Origin: `http://localhost:${port}` }), 200);
  assert.equal(await statusOfSocket(site, `http://localhost:${port}`), 101);
  const from = (site: string, mode: string, dest: string) => ({
    "Sec-Fetch-Site": site,
    "Sec-Fetch-Mode": mode,
    "Sec-Fetch-Dest": dest,
  });
  assert.equal(await statusOf("/talk.mp3", from("cross-site", "no-cors", "script")), 403);
  assert.equal(await statusOf("/talk.mp3", from("same-site", "no-cors", "image")), 403);
  assert.equal(await statusOf("/", from("cross-site", "navigate", "iframe")), 403);
  assert.equal(await statusOf("/", from("cross-site", "navigate", "document")), 200);
  assert.equal(await statusOf("/talk.mp3", from("same-origin", "no-cors", "audio")), 200);
});

test("nothing that is sent ends the preview, and nothing outside of its folder is read", async (t) => {
  const site = await openPreviewSite(t);
  const { statusOf, sendRaw, port } = site;
  const bad = [
    "/%",
    "//",
    "/a//b",
    "/..%2f..%2fpackage.json",
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%5cpackage.json",
  ];
  for (const path of [
    ...bad,
    "/%00",
    "/%c0%ae%c0%ae/package.json",
    "/a%0ab",
    "*",
    "http://localhost/",
    "/%E0%A4%A",
    "/.",
  ])
    assert.equal(await statusOf(path), 400, path);
  for (const path of ["/linked.txt", `/${"x".repeat(5000)}`, "/constructor", "/%F0%9F%92%A9", "/2021"])
    assert.equal(await statusOf(path), 404, path);
  assert.equal(await statusOf("/", {}, "POST"), 405);
  const hello = Buffer.from("16030100c8010000c40303", "hex");
  for (const noise of [
    hello,
    "\0\0\0\0\r\n\r\n",
    "GET",
    `GET /${"x".repeat(40_000)} HTTP/1.1\r\n\r\n`,
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  ])
    assert.match(await sendRaw(noise), /^HTTP\/1\.1 400 /);
  const shake = (lines: string): string =>
    `GET /.dateline/reload HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nConnection: Upgrade\r\nUpgrade: ${lines}\r\n\r\n`;
  for (const lines of ["websocket", "h2c", "websocket\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x"])
    assert.match(await sendRaw(shake(lines)), /^HTTP\/1\.1 400 /, lines);
  const good = shake("websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
  assert.match(await sendRaw(Buffer.concat([Buffer.from(good), Buffer.alloc(70_000, 0xff)])), /^HTTP\/1\.1 101 /);
  assert.equal(await statusOfSocket(site, `http://localhost:${port}`, "/"), 400);
  assert.equal(await statusOf("/"), 200);
});

test("pages are found as hosts find them, with the script that loads them anew; sound is given in parts", async (t) => {
  const { addresses } = await openPreviewSite(t);
  const [address = ""] = addresses;
  for (const path of ["", "index.html", "2021/one.html", "2021/one"])
    assert.match(
      await (await fetch(address + path)).text(),
      /<script src="\/\.dateline\/preview\.js" defer><\/script><\/head>/,
    );
  assert.equal(await (await fetch(`${address}.dateline/preview.js`)).text(), "/* script */");
  const part = await fetch(`${address}talk.mp3`, { headers: { Range: "bytes=2-5" } });
  assert.deepEqual([part.status, part.headers.get("content-range"), await part.text()], [206, "bytes 2-5/10", "2345"]);
  assert.equal((await fetch(`${address}talk.mp3`, { headers: { Range: "bytes=90-" } })).status, 416);
});

test("open pages are told of each build, and of what keeps one from being made", async (t) => {
  const { server, port } = await openPreviewSite(t);
  const socket = new WebSocket(`ws://localhost:${port}/.dateline/reload`, { origin: `http://localhost:${port}` });
  const next = async (): Promise<unknown> => JSON.parse(String((await once(socket, "message"))[0]));
  assert.deepEqual(await next(), { reload: false, problems: [], marks: {} });
  const told = next();
  const marks = { "2021/one.html": "Draft" };
  server.tell({ changed: [], problems: [] });
  server.tell({ changed: ["2021/one.html"], problems: [], marks });
  assert.deepEqual(await told, { reload: true, problems: [], marks });
  const problem = { file: "articles/x.md", fault: "is wrong", instead: "Write it right." };
  const problems = next();
  server.tell({ changed: [], problems: [problem] });
  // What was built before still stands, with its marks.
  assert.deepEqual(await problems, { reload: false, problems: [problem], marks });
  socket.terminate();
});

test("opened to the network, the preview asks everyone for the token of its addresses, and a cookie keeps it", async (t) => {
  const { addresses, statusOf, port } = await openPreviewSite(t, "0.0.0.0");
  const token = new URL(addresses[0] ?? "").searchParams.get("token") ?? "";
  assert.match(token, /^[0-9a-f]{32}$/);
  if (own !== undefined) {
    assert.ok(addresses.includes(`http://${own}:${port}/?token=${token}`));
    assert.equal((await fetch(`http://${own}:${port}/`)).status, 403);
  }
  assert.equal(await statusOf("/"), 403);
  assert.equal(await statusOf("/?token=0"), 403);
  assert.equal(await statusOf("/talk.mp3", { Cookie: "dateline-preview=" }), 403);
  const welcome = await fetch(addresses[0] ?? "");
  assert.equal(welcome.status, 200);
  const [cookie = ""] = welcome.headers.getSetCookie();
  assert.match(cookie, /; HttpOnly; SameSite=Lax; Path=\/$/);
  assert.equal(await statusOf("/talk.mp3", { Cookie: `a=b; ${cookie.split(";")[0]}` }), 200);
  assert.equal(await statusOf(`/?token=${token}`, { Host: `evil.example:${port}` }), 403);
});
