import { remember } from "./memory.ts";

const root = document.documentElement;

/** As the device says, the other way, back: two states and the reset between them. */
export function startTheme(): void {
  const button = document.getElementById("theme");
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
