/**
 * The script of two pages. On the library page it fills `#library` with what the reader saved: title, when, how big,
 * *Remove*, *Share as a file*. On the offline page it fills `#offline-list` with every page that is on the device.
 * Their words stand in `script#library-strings` and `script#offline-strings` (`application/json`).
 */
import { askWorker } from "./library-page/ask-worker.ts";
import { makeSingleFile, shareFile } from "./library-page/single-file.ts";
import type { KeptPage, SavedItem } from "./offline/saved-item.ts";

const { lang } = document.documentElement;
const locale = lang === "ar" ? "ar-u-nu-latn" : lang;

function readStrings(id: string): (key: string, values?: Readonly<Record<string, string>>) => string {
  const known: Record<string, string> = JSON.parse(document.getElementById(id)?.textContent || "{}");
  return (key, values = {}) => (known[key] ?? key).replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

function printSize(bytes: number): string {
  const format = { style: "unit", unit: "megabyte", maximumFractionDigits: bytes < 1e7 ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, format).format(Math.max(bytes / 1e6, 0.1));
}

function printMoment(at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...inside: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}

function linkTo(page: { readonly address: string; readonly title: string }): HTMLAnchorElement {
  const link = element("a", page.title || page.address);
  link.href = root + page.address;
  link.dir = "auto";
  return link;
}

function button(words: string, press: (self: HTMLButtonElement) => Promise<void>): HTMLButtonElement {
  const made = element("button", words);
  made.type = "button";
  made.addEventListener("click", () => {
    made.disabled = true;
    press(made)
      .catch(() => {})
      .finally(() => {
        made.disabled = false;
      });
  });
  return made;
}

async function drawLibrary(box: HTMLElement): Promise<void> {
  const say = readStrings("library-strings");
  const refresh = async (): Promise<void> => {
    const { items = [], pages = [] } = await askWorker({ do: "list" });
    const saved = items.map((item) => drawItem(item));
    const list = element("ul", ...saved);
    list.id = "library-saved";
    const total = items.reduce((sum, { bytes }) => sum + bytes, 0);
    const inSaved = new Set(items.flatMap((item) => item.pages));
    const read = pages.filter(({ address }) => !inSaved.has(address));
    box.replaceChildren(
      element("p", items.length === 0 ? say("empty") : say("total", { size: printSize(total) })),
      ...(items.length === 0 ? [] : [list]),
      ...(read.length === 0 ? [] : [element("h2", say("read")), drawPages(read)]),
    );
  };
  const drawItem = (item: SavedItem): HTMLLIElement => {
    const articles = item.pages.length - 1;
    const facts = [
      ...(articles > 0 ? [say("articles", { count: new Intl.NumberFormat(locale).format(articles) })] : []),
      say("saved-at", { moment: printMoment(item.at) }),
      printSize(item.bytes),
    ];
    const share = button(say("share"), async () => shareFile(await makeSingleFile(item, root)));
    const remove = button(say("remove"), async () => {
      await askWorker({ do: "remove", address: item.address });
      await refresh();
      box.querySelector<HTMLElement>("a,button")?.focus();
    });
    for (const control of [share, remove]) control.setAttribute("aria-label", `${control.textContent}: ${item.title}`);
    return element("li", linkTo(item), element("br"), element("small", facts.join(" · ")), " ", share, " ", remove);
  };
  await refresh();
}

function drawPages(pages: readonly KeptPage[]): HTMLUListElement {
  const list = element("ul", ...pages.map((page) => element("li", linkTo(page))));
  list.className = "ruled";
  return list;
}

async function drawOffline(box: HTMLElement): Promise<void> {
  const say = readStrings("offline-strings");
  const wanted = new URLSearchParams(location.search).get("for");
  if (wanted !== null) {
    const url = new URL(wanted, root);
    if (url.href.startsWith(root)) {
      const again = element("a", say("again"));
      again.href = url.href;
      box.before(element("p", again));
      addEventListener("online", () => location.replace(url));
    }
  }
  const { pages = [] } = await askWorker({ do: "list" });
  box.replaceChildren(pages.length === 0 ? element("p", say("none")) : drawPages(pages));
}

const script = document.currentScript;
const root = script instanceof HTMLScriptElement ? new URL("..", script.src).href : new URL(".", location.href).href;
const shelf = document.getElementById("library");
if (shelf !== null) {
  drawLibrary(shelf).catch(() => {
    shelf.replaceChildren(element("p", readStrings("library-strings")("unsupported")));
  });
}
const list = document.getElementById("offline-list");
if (list !== null) drawOffline(list).catch(() => {});
