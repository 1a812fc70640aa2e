import { recall, remember } from "./memory.ts";

/** The key `/` goes to the search; a reader whose own tools use that key can switch it off. */
export function startSlash(): void {
  const button = document.getElementById("slash");
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
    const field = document.querySelector<HTMLElement>("[name=q]");
    if (field === null) return;
    event.preventDefault();
    field.focus();
  });
  show();
}
