import { addressOf, isArticle } from "../offline/address.ts";
import type { Reply, SavedItem, SavedKind, Wish } from "../offline/saved-item.ts";
import { announce } from "./announce.ts";

type Words = Readonly<Record<string, string>>;

/** Where *Save for offline* stands on each kind of page, and what it saves. */
const PLACES: readonly (readonly [kind: SavedKind, word: string, page: string, place: string, item: string])[] = [
  ["article", "save-article", "main.article", ".tools", "li"],
  ["list", "save-list", "main.list", "header.head>div", "p"],
  ["front", "save-front", "main.front", "#edition-body", "p"],
];

const { lang } = document.documentElement;
const locale = lang === "ar" ? "ar-u-nu-latn" : lang;

function printSize(bytes: number): string {
  const [unit, amount] = bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
  const format = { style: "unit", unit, maximumFractionDigits: bytes < 1e7 && bytes >= 1e6 ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, format).format(amount);
}

/** Articles that saving this page would fetch, as the worker finds them. */
function countArticles(): number {
  const own = pageAddress();
  const addresses = [...document.querySelectorAll<HTMLAnchorElement>("main a[href]")].flatMap(({ href }) => {
    const address = addressOf(href, root);
    return address !== undefined && isArticle(address) && address !== own ? [address] : [];
  });
  return new Set(addresses).size;
}

/** Bytes of this page and its pictures; undefined where a picture has not come yet, or a sound would be fetched too. */
function weighPage(): number | undefined {
  if (document.querySelector("main audio") !== null) return undefined;
  const pictures = [...document.querySelectorAll<HTMLImageElement>("main img")].map(({ currentSrc }) => currentSrc);
  const sizes = [location.href.replace(/#.*/, ""), ...new Set(pictures)].map((url) => {
    const [timing] = performance.getEntriesByName(url);
    return timing instanceof PerformanceResourceTiming ? timing.decodedBodySize : 0;
  });
  return sizes.includes(0) ? undefined : sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/** Sends a wish to the worker; `take` gets each reply. */
function ask(worker: ServiceWorker, wish: Wish, take: (reply: Reply) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<Reply>) => take(data);
  worker.postMessage(wish, [port2]);
}

function drawControl(worker: ServiceWorker, words: Words, saved: SavedItem | undefined): void {
  const found = PLACES.find(([, , page]) => document.querySelector(page) !== null);
  const place = document.querySelector(found?.[3] ?? "none");
  if (found === undefined || place === null) return;
  const [kind, word, , , item] = found;
  const address = pageAddress();
  const button = document.createElement("button");
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? "");
  const offer = (): string => {
    const bytes = kind === "article" ? weighPage() : undefined;
    const size = bytes === undefined ? undefined : printSize(bytes);
    const count = new Intl.NumberFormat(locale).format(countArticles());
    const what = kind === "article" ? size : say("articles", { count });
    return what === undefined ? say(word) : `${say(word)} (${what})`;
  };
  const show = (now: SavedItem | undefined): void => {
    button.disabled = false;
    button.textContent = now === undefined ? offer() : say("saved", { size: printSize(now.bytes) });
    button.setAttribute("aria-pressed", String(now !== undefined));
  };
  let held = saved;
  const take = ({ progress, saved: now, failed }: Reply): void => {
    if (progress !== undefined) {
      const { done, total, bytes } = progress;
      button.textContent = say("saving", { done: String(done), total: String(total), size: printSize(bytes) });
      return;
    }
    held = now;
    show(held);
    announce(failed === undefined ? (button.textContent ?? "") : say(failed === "full" ? "full" : "failed"));
  };
  button.type = "button";
  button.id = "save-offline";
  button.addEventListener("click", () => {
    button.disabled = true;
    if (held === undefined) navigator.storage?.persist?.().catch(() => {});
    ask(worker, held === undefined ? { do: "save", address, kind } : { do: "remove", address }, take);
  });
  show(saved);
  // Only then have the pictures come, whose sizes are part of the offer.
  addEventListener("load", () => {
    if (!button.disabled) show(held);
  });
  const box = document.createElement(item);
  box.append(button);
  place.append(box);
}

let root = "";

/** As the worker names it. */
function pageAddress(): string {
  const address = (location.origin + location.pathname).slice(root.length);
  if (address === "" || address.endsWith("/")) return `${address}index.html`;
  return /\.html$/.test(address) ? address : `${address}.html`;
}

/** Starts the worker that lies beside the manifest, has it keep this page, and draws *Save for offline*. */
export async function startOffline(manifest: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  root = new URL(".", new URL(manifest, location.href)).href;
  const first = navigator.serviceWorker.controller === null;
  await navigator.serviceWorker.register(`${root}worker.js`, { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  if (active === null) return;
  const address = pageAddress();
  if (first) ask(active, { do: "read", address }, () => {});
  ask(active, { do: "words", address, lang: document.documentElement.lang }, ({ words, saved }) => {
    if (words !== undefined) drawControl(active, words, saved);
  });
}
