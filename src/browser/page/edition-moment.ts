const root = document.documentElement;

const DAY = 86_400_000;

/** `15:45 GMT 15 January 2021`, as the press prints it. A formatter costs a phone some milliseconds, so there are but two. */
function clockOf(at: number, timeZone: string): Node[] {
  const locale = { en: "en-GB", ar: "ar-u-nu-latn", fa: "fa-u-nu-latn" }[root.lang] ?? root.lang;
  const clock = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" } as const;
  const parts = new Intl.DateTimeFormat("en-GB", clock).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? "";
  const hour = document.createElement("bdi");
  hour.textContent = `${part("hour")}:${part("minute")} ${part("timeZoneName").replace("UTC", "GMT")}`;
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", year: "numeric" }).format(at);
  return [hour, document.createTextNode(` ${date}`)];
}

/** `3 days ago`, once the edition is older than a day. */
export function tellAge(edition: HTMLElement, at: number): void {
  const days = Math.floor((Date.now() - at) / DAY);
  if (days < 1) return;
  const ago = new Intl.RelativeTimeFormat(root.lang === "ar" ? "ar-u-nu-latn" : root.lang);
  edition.append(` · ${days < 60 ? ago.format(-days, "day") : ago.format(-Math.round(days / 30.44), "month")}`);
}

/** Fills the masthead with the edition's moment; the shared moment script calls it. */
export function showMoment(at: number): void {
  const edition = document.getElementById("edition");
  const { words, zone } = edition?.dataset ?? {};
  if (edition === null || words === undefined || zone === undefined) return;
  const time = document.createElement("time");
  time.dateTime = new Date(at).toISOString();
  time.append(...clockOf(at, zone));
  const [before = "", after = ""] = words.split("{moment}");
  edition.replaceChildren(before, time, after);
  tellAge(edition, at);
}
