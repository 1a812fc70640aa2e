/** What the preview adds to pages, and the page that it shows where there is none yet. */
import { type Problem, renderProblem } from "../article/problem.ts";
import { html } from "../html.ts";

/** The addresses that are the preview's own; no site has any like them. */
export const OWN = { script: "/.dateline/preview.js", socket: "/.dateline/reload" };

const SCRIPT = `<script src="${OWN.script}" defer></script>`;

/** A page with the script that has it loaded anew. */
export function addScript(page: string): string {
  const end = page.indexOf("</head>");
  return end < 0 ? page + SCRIPT : page.slice(0, end) + SCRIPT + page.slice(end);
}

/** Shown at every address while nothing could be built. */
export function renderProblemPage(problems: readonly Problem[]): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Nothing could be built yet</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <h1>Nothing could be built yet</h1>
        <ul>
          ${problems.map((problem) => html`<li>${renderProblem(problem)}</li>`)}
        </ul>
      </body>
    </html>`.toString();
}
