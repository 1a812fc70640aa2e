/** Shows what keeps a build from it, in place of a page that is no longer what the files say. */

export interface ShownProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly key?: string;
  readonly found?: string;
  readonly fault: string;
  readonly instead: string;
}

const ID = "preview-problems";

function element(name: string, ...inner: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...inner);
  return made;
}

function itemOf({ file, line, column, key, found, fault, instead }: ShownProblem): HTMLElement {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const what = `${key === undefined ? "" : `${key}: `}${fault}${found === undefined ? "" : ` (found “${found}”)`}.`;
  return element("li", element("code", place), element("br"), what, " ", element("strong", instead));
}

/** Covers the page while there are problems. Escape or the button show the page as it last was. */
export function showProblems(problems: readonly ShownProblem[]): void {
  document.getElementById(ID)?.remove();
  if (problems.length === 0) return;
  const heading = element("h2", "This could not be built");
  const dialog = document.createElement("dialog");
  dialog.id = ID;
  dialog.lang = "en";
  dialog.dir = "ltr";
  dialog.setAttribute("aria-label", heading.textContent);
  const close = element("button", "Show the page as it was");
  close.addEventListener("click", () => dialog.close());
  dialog.append(heading, element("ul", ...problems.map(itemOf)), close);
  // Rules of style in markup are not allowed on these pages; those set by a script are.
  Object.assign(dialog.style, {
    width: "100vw",
    height: "100vh",
    maxWidth: "100vw",
    maxHeight: "100vh",
    border: "0",
    padding: "2rem max(1rem, calc(50vw - 24rem))",
    boxSizing: "border-box",
    overflowWrap: "anywhere",
  });
  document.body.append(dialog);
  dialog.showModal();
}
