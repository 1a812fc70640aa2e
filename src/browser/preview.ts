/** In the preview only: loads the page anew when a build has changed the site, marks what readers do not see, and says what keeps a build from it. */
import { type Marks, showMarks } from "./preview/marks.ts";
import { showProblems, type ShownProblem } from "./preview/problems.ts";

interface State {
  readonly reload: boolean;
  readonly problems: readonly ShownProblem[];
  readonly marks: Marks;
}

/** Milliseconds between two tries to find the preview again. */
const PAUSE = 1000;

function connect(again: boolean): void {
  const socket = new WebSocket(new URL("/.dateline/reload", location.href.replace(/^http/, "ws")));
  socket.addEventListener("open", () => {
    if (again) location.reload();
  });
  socket.addEventListener("message", ({ data }) => {
    const state: State = JSON.parse(String(data));
    if (state.reload) return location.reload();
    showMarks(state.marks);
    showProblems(state.problems);
  });
  socket.addEventListener("close", () => setTimeout(() => connect(true), PAUSE));
}

connect(false);
