import { recall, remember } from "./memory.ts";

/** Marks what is newer than the newest that this reader saw; kept on the device, told to no one. */
export function startNewMarks(): void {
  const edition = document.getElementById("edition-body");
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
