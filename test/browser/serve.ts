/** Small static servers on loopback that behave as real hosts do, for tests in a browser. */
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { extname, join, posix } from "node:path";

/**
 * - `plain`: files as they are, `index.html` for folders.
 * - `strip-html`: sends `/x.html` on to `/x` and serves it there, as Cloudflare Pages does.
 * - `exact`: nothing but exact names, no index documents, as object storage does.
 */
export type HostKind = "plain" | "strip-html" | "exact";

export interface StaticHost {
  /** Address of the site with its base: `http://127.0.0.1:4711/user/repo/`. Stays the same after `start`. */
  readonly url: string;
  /** `GET /path status` of every answer so far. */
  readonly log: string[];
  /** Serves another folder from now on: a deploy. */
  readonly deploy: (folder: string) => void;
  /** Ends every connection at once and listens no more: the network is gone. */
  readonly kill: () => Promise<void>;
  /** Listens again at the same address. */
  readonly start: () => Promise<void>;
}

export interface HostOptions {
  readonly kind?: HostKind;
  /** Begins and ends with a slash: `/user/repo/`. */
  readonly base?: string;
  /** Sent with every answer; `cache-control: no-cache` where unset. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/vnd.microsoft.icon",
  ".wav": "audio/wav",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".m4a": "audio/mp4",
  ".woff2": "font/woff2",
  ".zip": "application/zip",
  ".epub": "application/epub+zip",
};

/** Serves a folder until `kill`. Close it in `t.after`. */
export async function serve(folder: string, options: HostOptions = {}): Promise<StaticHost> {
  const base = options.base ?? "/";
  const log: string[] = [];
  const sockets = new Set<Socket>();
  let current = folder;
  let port = 0;
  let server: Server | undefined;

  const listen = async (): Promise<void> => {
    const started = createServer((request, response) => {
      response.on("finish", () => log.push(`${request.method} ${request.url} ${response.statusCode}`));
      const respond = (): void => answer(request, response, { ...options, base, folder: current });
      if (options.delayMs === undefined) respond();
      else setTimeout(respond, options.delayMs);
    });
    started.on("connection", (socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      started.once("error", reject);
      started.listen(port, "127.0.0.1", resolve);
    });
    port = (started.address() as AddressInfo).port;
    server = started;
  };
  await listen();
  return {
    url: `http://127.0.0.1:${port}${base}`,
    log,
    deploy: (next) => {
      current = next;
    },
    kill: async () => {
      const ending = server;
      if (ending === undefined) return;
      server = undefined;
      const closed = new Promise<void>((resolve) => ending.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    start: async () => {
      if (server === undefined) await listen();
    },
  };
}

interface Site extends HostOptions {
  readonly base: string;
  readonly folder: string;
}

function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
  for (const [name, value] of Object.entries({ "cache-control": "no-cache", ...site.headers })) {
    response.setHeader(name, value);
  }
  const [path = "/", query] = (request.url ?? "/").split("?", 2);
  const search = query === undefined ? "" : `?${query}`;
  const address = path.startsWith(site.base) ? normalise(path.slice(site.base.length)) : undefined;
  if (request.method !== "GET" && request.method !== "HEAD") response.writeHead(405).end();
  else if (`${path}/` === site.base) redirect(response, site.base + search);
  else if (address === undefined) response.writeHead(path.startsWith(site.base) ? 400 : 404).end();
  else answerAddress(request, response, site, address, search);
}

function answerAddress(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  address: string,
  search: string,
): void {
  switch (site.kind ?? "plain") {
    case "plain":
      if (isFolder(site, address) && address !== "" && !address.endsWith("/")) {
        redirect(response, `${site.base}${address}/${search}`);
      } else {
        send(request, response, site, withIndex(site, address));
      }
      break;
    case "strip-html": {
      const stripped = address.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "");
      const page = isFile(site, `${address}.html`) ? `${address}.html` : withIndex(site, address);
      if (stripped !== address) redirect(response, site.base + stripped + search);
      else send(request, response, site, page);
      break;
    }
    case "exact":
      send(request, response, site, address);
      break;
  }
}

function normalise(path: string): string | undefined {
  try {
    const address = decodeURIComponent(path);
    const clean = posix.normalize(`/${address}`).slice(1);
    return address.includes("\0") || clean !== address ? undefined : address;
  } catch {
    return undefined;
  }
}

function withIndex(site: Site, address: string): string {
  return isFolder(site, address)
    ? `${address}${address === "" || address.endsWith("/") ? "" : "/"}index.html`
    : address;
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(308, { location: to }).end();
}

function send(request: IncomingMessage, response: ServerResponse, site: Site, address: string): void {
  if (!isFile(site, address)) {
    const page =
      site.kind !== "exact" && isFile(site, "404.html") ? readFileSync(join(site.folder, "404.html")) : "404";
    response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(page);
    return;
  }
  const path = join(site.folder, address);
  const stat = statSync(path);
  const etag = `"${stat.ino}-${stat.size}-${stat.mtimeMs}"`;
  response.setHeader("content-type", TYPES[extname(address)] ?? "application/octet-stream");
  response.setHeader("accept-ranges", "bytes");
  response.setHeader("etag", etag);
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304).end();
    return;
  }
  const range = parseRange(request.headers.range, stat.size);
  if (range === "unsatisfiable") {
    response.writeHead(416, { "content-range": `bytes */${stat.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: stat.size - 1 };
  response.setHeader("content-length", end - start + 1);
  if (range === undefined) response.writeHead(200);
  else response.writeHead(206, { "content-range": `bytes ${start}-${end}/${stat.size}` });
  if (request.method === "HEAD" || end < start) response.end();
  else createReadStream(path, { start, end }).pipe(response);
}

/** RFC 9110, section 14: one range of bytes; several are answered with the whole file. */
function parseRange(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | "unsatisfiable" | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (match === null || (first === "" && last === "")) return undefined;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start >= size || end < start ? "unsatisfiable" : { start, end };
}

function isFile(site: Site, address: string): boolean {
  return statOf(site, address)?.isFile() === true;
}

function isFolder(site: Site, address: string): boolean {
  return statOf(site, address)?.isDirectory() === true;
}

function statOf(site: Site, address: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(join(site.folder, address), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
