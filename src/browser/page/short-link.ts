import { announce } from "./announce.ts";

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

/** *Get short URL* copies the absolute address; where nothing can be copied, the link is followed. */
export function startShortLink(): void {
  const link = document.getElementById("short");
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
