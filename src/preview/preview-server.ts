/** The preview's server: the files of one folder for those at this machine, each page with a script that loads it anew. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import type { Duplex } from "node:stream";
import send from "send";
import { WebSocketServer } from "ws";
import type { Problem } from "../article/problem.ts";
import type { PreviewBuild } from "./builder.ts";
import { cookieFor, type Guard, refuse } from "./guard.ts";
import { listen, type Listening } from "./listen.ts";
import { addScript, OWN, renderProblemPage } from "./preview-page.ts";
import { findFile, readAddress } from "./site-file.ts";

export interface PreviewOptions {
  readonly folder: string;
  readonly port: number;
  /** Opens the preview to the network, behind a token. */
  readonly host?: string;
  /** What pages run, as `src/browser/preview.ts` bundled. */
  readonly script: string;
}

/** Bytes of a message that a page may send; it has nothing to say. */
const MESSAGE_BYTES = 1024;

/** Of every answer: no other site may frame it, read it or keep it, and no link tells its address. */
const HEADERS: Readonly<Record<string, string>> = {
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "frame-ancestors 'self'",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

export class PreviewServer {
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES });
  #listening: Listening | undefined;
  #guard: Guard = { hosts: new Set() };
  #problems: readonly Problem[] = [];
  #marks: NonNullable<PreviewBuild["marks"]> = {};
  readonly #options: PreviewOptions;
  constructor(options: PreviewOptions) {
    this.#options = options;
    this.#sockets.on("error", () => undefined);
    this.#sockets.on("wsClientError", (_error, socket) => answerPlainly(socket, 400, "Bad Request"));
    this.#sockets.on("connection", (socket) => {
      socket.on("error", () => socket.terminate());
      socket.send(this.#state());
    });
  }
  /** Gives the addresses at which the preview stands, `localhost` first, each with the token where there is one. */
  async open(): Promise<readonly string[]> {
    const { port, host } = this.#options;
    const listening = await listen((request, response) => this.#answerSafely(request, response), port, host);
    for (const server of listening.servers) {
      server.on("clientError", (_error, socket) => answerPlainly(socket, 400, "Bad Request"));
      server.on("error", () => undefined);
      server.on("upgrade", (request, socket, head) => this.#connect(request, socket, head));
    }
    this.#listening = listening;
    const token = host === undefined ? undefined : randomBytes(16).toString("hex");
    const hosts = listening.names.map((name) => `${name}:${listening.port}`);
    this.#guard = {
      hosts: new Set([...hosts, ...(listening.port === 80 ? listening.names : [])]),
      ...(token === undefined ? {} : { token }),
    };
    return hosts.map((name) => `http://${name}/${token === undefined ? "" : `?token=${token}`}`);
  }
  /** Tells all open pages what came of a build: files that are new or gone, or the problems for which nothing was written. */
  tell({ changed, problems, marks = this.#marks }: PreviewBuild): void {
    const told = changed.length > 0 || problems.length > 0 || this.#problems.length > 0;
    this.#problems = problems;
    this.#marks = marks;
    if (!told) return;
    for (const socket of this.#sockets.clients) socket.send(this.#state(changed.length > 0));
  }
  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    for (const server of this.#listening?.servers ?? []) {
      server.close();
      server.closeAllConnections();
    }
  }
  #state(reload = false): string {
    return JSON.stringify({ reload, problems: this.#problems, marks: this.#marks });
  }
  /** Whatever is asked, the preview goes on. */
  #answerSafely(request: IncomingMessage, response: ServerResponse): void {
    try {
      this.#answer(request, response);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) say(response, 500, "The preview could not answer; the terminal has the reason.");
      else response.destroy();
    }
  }
  #answer(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const url = request.url ?? "";
    const names = readAddress(url);
    if (names === undefined) return say(response, 400, "This is no address of a site.");
    const refusal = refuse(this.#guard, { url, headers: request.headers });
    if (refusal !== undefined) return say(response, refusal.status, refusal.words);
    if (request.method !== "GET" && request.method !== "HEAD") return say(response, 405, "The preview is only read.");
    const cookie = cookieFor(this.#guard, url);
    if (cookie !== undefined) response.setHeader("Set-Cookie", cookie);
    if (`/${names.join("/")}` === OWN.script) return give(response, 200, "text/javascript", this.#options.script);
    this.#giveFile(names, request, response);
  }
  #giveFile(names: readonly string[], request: IncomingMessage, response: ServerResponse): void {
    const { folder } = this.#options;
    if (!existsSync(join(folder, "index.html")))
      return give(response, 500, "text/html", renderProblemPage(this.#problems));
    const found = findFile(folder, names);
    const file = found ?? findFile(folder, ["404.html"]);
    if (file === undefined) return say(response, 404, "There is no such file.");
    if (extname(file) === ".html")
      return give(response, found === undefined ? 404 : 200, "text/html", addScript(read(folder, file)));
    if (found === undefined) return say(response, 404, "There is no such file.");
    const options = { root: folder, dotfiles: "allow", index: false, cacheControl: false } as const;
    response.setHeader("Cache-Control", "no-cache");
    send(request, encodeURI(file).replace(/[?#]/g, encodeURIComponent), options)
      .on("error", ({ status = 404 }: { status?: number }) => say(response, status, "The file cannot be read."))
      .pipe(response);
  }
  #connect(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    const url = request.url ?? "";
    if (readAddress(url)?.join("/") !== OWN.socket.slice(1)) return answerPlainly(socket, 400, "Bad Request");
    // A page of another site may open a socket to anywhere; only its origin tells it from ours.
    if (request.headers.origin === undefined || refuse(this.#guard, { url, headers: request.headers }) !== undefined)
      return answerPlainly(socket, 403, "Forbidden");
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#sockets.emit("connection", opened, request));
  }
}

const read = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");

function say(response: ServerResponse, status: number, words: string): void {
  give(response, status, "text/plain", `${words}\n`);
}

function give(response: ServerResponse, status: number, type: string, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Length": body.length,
    "Cache-Control": "no-store",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

/** Where there is no request to answer: noise, a TLS greeting, a socket that is refused. */
function answerPlainly(socket: Duplex, status: number, reason: string): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
