/**
 * The service worker: what was read once, or saved, opens without a network. It is published as `worker.js` at the site's
 * root, with a line before it that sets `self.dateline`; only http has it, neither a folder nor a package.
 *
 * Old and new never meet in one page: a page's scripts and pictures have their content in their names, and the one script
 * that has not, the edition's moment, is kept with each page that was read with it.
 */
import { addressOf, isCompanion, isEdition, isHashed, isPage, pictureStem } from "./offline/address.ts";
import { readKept } from "./offline/kept.ts";
import { Library } from "./offline/library.ts";
import { answerRange } from "./offline/range.ts";
import { selectNeeds, selectTitle } from "./offline/references.ts";
import type { KeptPage, Reply, Wish } from "./offline/saved-item.ts";
import { Shelf } from "./offline/shelf.ts";
import type { FetchEvent, WorkerScope } from "./offline/worker-scope.ts";

declare const self: WorkerScope;

const { version, shell, folders, words, limit } = self.dateline;
const root = self.registration.scope;
/** A cache's name begins with the scope, so that sites on one host do not clear each other's. */
const PREFIX = `dateline ${new URL(root).pathname} `;
/** Changes when what lies in the caches has another form. */
const FORM = 1;
/** A network that has not answered by then is as good as none, where there is a copy; milliseconds. */
const PATIENCE = 2500;

const shellShelf = new Shelf(`${PREFIX}shell ${version}`, root);
const readShelf = new Shelf(`${PREFIX}read ${FORM}`, root);
const savedShelf = new Shelf(`${PREFIX}saved ${FORM}`, root);
const shelves = [readShelf, savedShelf, shellShelf];
const library = new Library(savedShelf, readShelf, root);

/** Pages shown from a copy: their address and the shelf it came from, by client. */
const shown = new Map<string, { readonly address: string; readonly shelf: Shelf }>();
/** Pages that were shown as the network gave them, by client. */
const fresh = new Map<string, string>();

interface Found {
  readonly response: Response;
  readonly shelf: Shelf;
}

/** The newest copy. */
async function findNewest(address: string): Promise<Found | undefined> {
  let newest: (Found & { readonly at: number }) | undefined;
  for (const shelf of shelves) {
    const response = await shelf.find(address);
    if (response === undefined) continue;
    const { at } = readKept(response);
    if (newest === undefined || at > newest.at) newest = { response, shelf, at };
  }
  return newest;
}

async function findAny(address: string): Promise<Response | undefined> {
  return (await findNewest(address))?.response;
}

/** Another size or format of the same picture. */
async function findPicture(address: string): Promise<Response | undefined> {
  const stem = pictureStem(address);
  if (stem === undefined) return undefined;
  for (const shelf of [readShelf, savedShelf]) {
    for (const other of (await shelf.list()).keys()) {
      if (pictureStem(other) === stem) return shelf.find(other);
    }
  }
  return undefined;
}

/** One after the other: two that make room at once would drop too much. */
let making: Promise<void> = Promise.resolve();
function makeRoom(): Promise<void> {
  making = making.then(() => readShelf.makeRoom(limit)).catch(() => {});
  return making;
}

/** Keeps a page as read; `whole` fetches what it needs too, for a page that is not on show and so does not fetch it itself. */
async function keepPage(address: string, response: Response, whole: boolean): Promise<void> {
  const text = await response.clone().text();
  const needs = selectNeeds(text, address, root);
  const at = Date.now();
  await readShelf.put(address, response, { at, needs, title: selectTitle(text) });
  if (whole) await Promise.all(needs.map((need) => keepNeed(need, address, at)));
  await makeRoom();
}

async function keepNeed(need: string, page: string, at: number): Promise<void> {
  if (isHashed(need) && (await findAny(need)) !== undefined) return;
  const response = await fetch(root + need);
  if (response.ok) await readShelf.put(isCompanion(need) ? `${need}?of=${page}` : need, response, { at });
}

/** Fetches a page that is not on show, with all it needs. */
async function keepWhole(address: string): Promise<void> {
  const response = await fetch(root + address);
  if (response.ok) await keepPage(address, response, true);
}

function offlinePage(address: string): string {
  const [folder = ""] = address.split("/");
  return folders.includes(folder) ? `${folder}/offline.html` : "offline.html";
}

/** Network first, for as long as patience lasts where there is a copy; then the copy; then the page that says so. */
async function answerPage(event: FetchEvent, address: string): Promise<Response> {
  const client = event.resultingClientId;
  const kept = await findNewest(address);
  let late = false;
  const network = fetch(event.request).then((response) => {
    if (response.ok && response.type === "basic" && /html/.test(response.headers.get("content-type") ?? ""))
      event.waitUntil(keepPage(address, response.clone(), late).catch(() => {}));
    else if (response.status === 404 || response.status === 410) event.waitUntil(readShelf.drop(address));
    return response;
  });
  const waiting: Promise<Response | undefined>[] = [network];
  if (kept !== undefined) waiting.push(new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE)));
  const answer = await Promise.race(waiting).catch(() => undefined);
  if (answer !== undefined && (answer.status < 500 || kept === undefined)) {
    fresh.set(client, address);
    // The page asks for the companions of its own edition next; those of the former copy must not be left to it.
    const former = kept === undefined ? [] : readKept(kept.response).needs;
    for (const need of former.filter(isCompanion)) await readShelf.drop(`${need}?of=${address}`);
    return answer;
  }
  late = true;
  event.waitUntil(network.catch(() => {}));
  if (kept !== undefined) {
    shown.set(client, { address, shelf: kept.shelf });
    return kept.response;
  }
  const instead = offlinePage(address);
  if (address === instead) return Response.error();
  return Response.redirect(`${root}${instead}?for=${encodeURIComponent(address)}`);
}

/** A file whose name changes with its content: the copy is as good as the file. */
async function answerHashed(event: FetchEvent, address: string): Promise<Response> {
  const range = event.request.headers.get("range");
  const kept = await findAny(address);
  if (kept !== undefined) return range === null ? kept : answerRange(range, kept);
  try {
    const response = await fetch(event.request);
    if (response.status === 200) {
      const copy = response.clone();
      event.waitUntil(
        readShelf
          .put(address, copy, { at: Date.now() })
          .then(makeRoom)
          .catch(() => {}),
      );
    }
    return response;
  } catch (error) {
    const other = await findPicture(address);
    if (other !== undefined) return other;
    throw error;
  }
}

/** Other files: with a page from the network they come from the network, with a copy from where the copy came. */
async function answerOther(event: FetchEvent, address: string): Promise<Response> {
  const page = shown.get(event.clientId);
  if (page !== undefined && isCompanion(address)) {
    const kept = await page.shelf.find(`${address}?of=${page.address}`);
    if (kept !== undefined) return kept;
  }
  try {
    const response = await fetch(event.request);
    const reading = fresh.get(event.clientId);
    if (response.status === 200 && reading !== undefined && isCompanion(address)) {
      const copy = response.clone();
      event.waitUntil(readShelf.put(`${address}?of=${reading}`, copy, { at: Date.now() }).catch(() => {}));
    }
    return response;
  } catch (error) {
    const kept = await findAny(address);
    if (kept !== undefined) return kept;
    throw error;
  }
}

async function listPages(): Promise<KeptPage[]> {
  const pages = new Map<string, KeptPage>();
  for (const shelf of [savedShelf, readShelf]) {
    for (const [address, { title, at }] of await shelf.list()) {
      if (isPage(address) && title !== "") pages.set(address, { address, title, at });
    }
  }
  return [...pages.values()].sort((one, other) => other.at - one.at);
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

async function grant(wish: Wish, reply: (answer: Reply) => void): Promise<void> {
  switch (wish.do) {
    case "read":
      return keepWhole(wish.address);
    case "words":
      return reply({ words: words[wish.lang] ?? {}, saved: await library.item(wish.address) });
    case "save":
      try {
        reply({ saved: await library.save(wish.address, wish.kind, (progress) => reply({ progress })) });
      } catch (error) {
        reply({ failed: isFull(error) ? "full" : "network" });
      }
      return;
    case "remove":
      await library.remove(wish.address);
      return reply({});
    case "list":
      return reply({ items: await library.items(), pages: await listPages() });
  }
}

self.addEventListener("install", (event) => {
  const fill = async (): Promise<void> => {
    await Promise.all(
      shell.map(async (address) => {
        const response = await fetch(root + address, { cache: "no-cache" });
        if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
        await shellShelf.put(address, response, { at: 0 });
      }),
    );
    await self.skipWaiting();
  };
  event.waitUntil(fill());
});

self.addEventListener("activate", (event) => {
  const own = new Set(shelves.map(({ name }) => name));
  const settle = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !own.has(name)) await caches.delete(name);
    await self.clients.claim();
    await library.tidy();
    // A reader who came in by an article finds the front page too.
    if ((await findAny("index.html")) === undefined) await keepWhole("index.html").catch(() => {});
  };
  event.waitUntil(settle());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.method === "GET" ? addressOf(request.url, root) : undefined;
  if (address === undefined || isEdition(address)) return;
  if (isHashed(address)) event.respondWith(answerHashed(event, address));
  else if (request.mode !== "navigate") event.respondWith(answerOther(event, address));
  else if (isPage(address)) event.respondWith(answerPage(event, address));
});

/** Only pages of this site can speak to the worker, and they speak as `saved-item.ts` says. */
function isWish(data: unknown): data is Wish {
  return typeof data === "object" && data !== null && "do" in data;
}

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (isWish(event.data)) event.waitUntil(grant(event.data, (answer) => port?.postMessage(answer)).catch(() => {}));
});
