/**
 * The one script of all pages: a classic script when bundled, since it must run from a file. Everything it does is an
 * addition; the page is whole without it.
 */
import { showMoment, tellAge } from "./page/edition-moment.ts";
import { startLivePlayer } from "./page/live-player.ts";
import { startNewMarks } from "./page/new-marks.ts";
import { startOffline } from "./page/offline.ts";
import { startReadAloud } from "./page/read-aloud.ts";
import { startShortLink } from "./page/short-link.ts";
import { startSlash } from "./page/slash-key.ts";
import { startTheme } from "./page/theme.ts";

declare global {
  interface Window {
    /** What the shared moment script calls. */
    dateline: { moment(at: number): void };
  }
}

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;

/** Files have no manifest: a browser that is shown one there complains. */
function addManifest(): void {
  const href = script?.dataset.manifest;
  if (href === undefined || !location.protocol.startsWith("http")) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = href;
  document.head.append(link);
  // A host without the worker, as a reader of packages is, changes nothing.
  const start = (): void => void startOffline(href).catch(() => {});
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}

window.dateline = { ...window.dateline, moment: showMoment };
const edition = document.getElementById("edition");
const printed = edition?.querySelector("time");
if (printed && edition) tellAge(edition, Date.parse(printed.dateTime));
startShortLink();
startTheme();
startSlash();
startNewMarks();
startLivePlayer();
startReadAloud();
addManifest();
