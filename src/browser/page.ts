/**
 * The one script of all pages: a classic script, since it must run from a file. Everything it does is an addition;
 * the page is whole without it.
 */
declare global {
  interface Window {
    dateline: { moment(at: number): void };
  }
}

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
const root = document.documentElement;
const byId = (id: string): HTMLElement | null => document.getElementById(id);
const day = 86_400_000;

/** What the reader's device remembers; nothing where storage is refused. */
function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`dateline:${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`dateline:${key}`);
    else localStorage.setItem(`dateline:${key}`, value);
  } catch {
    // Storage is a convenience: a reader who refuses it loses nothing but the memory.
  }
}

/** Says something on the page and to screen readers. */
function announce(text: string): void {
  let said = document.querySelector<HTMLElement>(".said");
  if (said === null) {
    said = document.createElement("p");
    said.className = "said";
    said.setAttribute("role", "status");
    document.body.append(said);
  }
  const box = said;
  setTimeout(() => {
    box.textContent = text;
  }, 50);
  setTimeout(() => {
    if (box.textContent === text) box.textContent = "";
  }, 8000);
}

/** `15:45 GMT 15 January 2021`, as the press prints it. */
function clockOf(at: number, timeZone: string): Node[] {
  const locale = { en: "en-GB", ar: "ar-u-nu-latn", fa: "fa-u-nu-latn" }[root.lang] ?? root.lang;
  const part = (options: Intl.DateTimeFormatOptions, type: Intl.DateTimeFormatPartTypes): string =>
    new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).formatToParts(at).find((found) => found.type === type)
      ?.value ?? "";
  const hour = document.createElement("bdi");
  const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const zone = part({ timeZoneName: "short" }, "timeZoneName").replace("UTC", "GMT");
  hour.textContent = `${part(clock, "hour")}:${part(clock, "minute")} ${zone}`;
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", year: "numeric" }).format(at);
  return [hour, document.createTextNode(` ${date}`)];
}

/** `3 days ago`, once the edition is older than a day. */
function tellAge(edition: HTMLElement, at: number): void {
  const days = Math.floor((Date.now() - at) / day);
  if (days < 1) return;
  const ago = new Intl.RelativeTimeFormat(root.lang === "ar" ? "ar-u-nu-latn" : root.lang);
  edition.append(` · ${days < 60 ? ago.format(-days, "day") : ago.format(-Math.round(days / 30.44), "month")}`);
}

/** Fills the masthead with the edition's moment; the shared moment script calls it. */
function showMoment(at: number): void {
  const edition = byId("edition");
  const { words, zone } = edition?.dataset ?? {};
  if (edition === null || words === undefined || zone === undefined) return;
  const time = document.createElement("time");
  time.dateTime = new Date(at).toISOString();
  time.append(...clockOf(at, zone));
  const [before = "", after = ""] = words.split("{moment}");
  edition.replaceChildren(before, time, after);
  tellAge(edition, at);
}

/** Copies without the clipboard interface, which files and old browsers do not have. */
function copyByHand(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "skip";
  area.readOnly = true;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
  }
}

function startShortLink(): void {
  const link = byId("short");
  if (!(link instanceof HTMLAnchorElement)) return;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const address = link.dataset.copy ?? link.href;
    const done = (): void => announce((link.dataset.said ?? "").replace("{address}", address));
    const fallBack = (): void => {
      const copied = copyByHand(address);
      link.focus();
      if (copied) done();
      else location.assign(link.href);
    };
    if (navigator.clipboard && isSecureContext) navigator.clipboard.writeText(address).then(done, fallBack);
    else fallBack();
  });
}

/** As the device says, the other way, back: two states and the reset between them. */
function startTheme(): void {
  const button = byId("theme");
  if (button === null) return;
  const device = button.textContent ?? "";
  const show = (): void => {
    const theme = root.dataset.theme;
    button.textContent = (theme === undefined ? device : button.dataset[theme]) ?? device;
  };
  button.addEventListener("click", () => {
    const order = matchMedia("(prefers-color-scheme:dark)").matches ? ["light", "dark"] : ["dark", "light"];
    const next = order[root.dataset.theme === undefined ? 0 : order.indexOf(root.dataset.theme) + 1];
    if (next === undefined) delete root.dataset.theme;
    else root.dataset.theme = next;
    remember("theme", next);
    show();
  });
  show();
}

/** The key `/` goes to the search; a reader whose own tools use that key can switch it off. */
function startSlash(): void {
  const button = byId("slash");
  let on = recall("slash") !== "off";
  const show = (): void => button?.setAttribute("aria-pressed", String(on));
  button?.addEventListener("click", () => {
    on = !on;
    remember("slash", on ? undefined : "off");
    show();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input,textarea,select,[contenteditable]");
    if (!on || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const target = document.querySelector<HTMLElement>("#search [name=q]") ?? byId("to-search");
    if (target === null) return;
    event.preventDefault();
    target.focus();
    if (target instanceof HTMLAnchorElement) target.click();
  });
  show();
}

/** Marks what is newer than the newest that this reader saw; kept on the device, told to no one. */
function startNewMarks(): void {
  const edition = byId("edition-body");
  if (edition === null) return;
  const key = `seen:${new URL(".", location.href).pathname}`;
  const seen = Number(recall(key) ?? 0);
  let newest = seen;
  for (const entry of edition.querySelectorAll<HTMLElement>("[data-at]")) {
    const at = Number(entry.dataset.at);
    newest = Math.max(newest, at);
    if (seen === 0 || at <= seen) continue;
    entry.classList.add("new");
    const word = document.createElement("span");
    word.className = "new-word";
    word.textContent = ` (${edition.dataset.new})`;
    entry.querySelector(".p-name")?.append(word);
  }
  remember(key, String(newest));
}

function startLivePlayer(): void {
  const player = byId("live");
  const status = byId("live-status");
  if (!(player instanceof HTMLAudioElement) || status === null) return;
  const say = (key: string): void => {
    status.textContent = status.dataset[key] ?? "";
  };
  const fail = (): void => say(navigator.onLine ? "failed" : "offline");
  if (!navigator.onLine) say("offline");
  addEventListener("offline", () => say("offline"));
  addEventListener("online", () => say("none"));
  player.addEventListener("playing", () => say("playing"));
  player.addEventListener("pause", () => say("none"));
  player.addEventListener("error", fail);
  player.querySelector("source")?.addEventListener("error", fail);
}

/** A voice of this device for the page's language; voices of a network service are passed over. */
function voiceOf(lang: string): SpeechSynthesisVoice | undefined {
  const base = lang.split("-")[0];
  return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.split(/[-_]/)[0] === base);
}

/** *Listen to this article*: paragraph by paragraph, so that pause, speed and the mark work on every engine. */
function startReadAloud(): void {
  const tool = byId("read-aloud");
  const [button, speed] = tool?.querySelectorAll("button") ?? [];
  if (!tool || !button || !speed || !("speechSynthesis" in window)) return;
  const start = button.textContent ?? "";
  const parts = [
    ...document.querySelectorAll<HTMLElement>(
      "h1,.standfirst,.body>p,.body>h2,.body>h3,.body>.quote,.body>:is(ul,ol)>li",
    ),
  ];
  const rates = [1, 1.25, 1.5, 0.75];
  let rate = 0;
  let index = 0;
  let state: "idle" | "reading" | "paused" = "idle";
  let turn = 0;

  const show = (): void => {
    const label = { idle: start, reading: button.dataset.pause, paused: button.dataset.resume }[state];
    button.textContent = label ?? start;
    speed.hidden = state === "idle";
    for (const part of parts) part.classList.toggle("reading", state !== "idle" && part === parts[index]);
  };
  const read = (): void => {
    const mine = ++turn;
    speechSynthesis.cancel();
    const part = parts[index];
    if (part === undefined) {
      state = "idle";
      index = 0;
      show();
      return;
    }
    const words = new SpeechSynthesisUtterance(part.textContent ?? "");
    words.lang = root.lang;
    words.voice = voiceOf(root.lang) ?? null;
    words.rate = rates[rate] ?? 1;
    words.onend = () => {
      if (mine !== turn || state !== "reading") return;
      index++;
      read();
    };
    part.scrollIntoView({ block: "nearest" });
    speechSynthesis.speak(words);
    show();
  };
  button.addEventListener("click", () => {
    state = state === "reading" ? "paused" : "reading";
    if (state === "reading") read();
    else {
      turn++;
      speechSynthesis.cancel();
      show();
    }
  });
  speed.addEventListener("click", () => {
    rate = (rate + 1) % rates.length;
    speed.textContent = `${rates[rate]}×`;
    if (state === "reading") read();
  });
  const offer = (): void => {
    tool.classList.toggle("ready", voiceOf(root.lang) !== undefined);
  };
  speechSynthesis.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", () => speechSynthesis.cancel());
  offer();
}

/** Files have no manifest: a browser that is shown one there complains. */
function addManifest(): void {
  const href = script?.dataset.manifest;
  if (href === undefined || !location.protocol.startsWith("http")) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = href;
  document.head.append(link);
}

window.dateline = { ...window.dateline, moment: showMoment };
const printed = byId("edition")?.querySelector("time");
const edition = byId("edition");
if (printed && edition) tellAge(edition, Date.parse(printed.dateTime));
startShortLink();
startTheme();
startSlash();
startNewMarks();
startLivePlayer();
startReadAloud();
addManifest();

export {};
