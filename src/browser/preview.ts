/** In the preview only: loads the page anew when a build has changed the site, and says what keeps a build from it. */

interface State {
  readonly reload: boolean;
  readonly problems: readonly { readonly file: string }[];
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
    if (state.reload) location.reload();
  });
  socket.addEventListener("close", () => setTimeout(() => connect(true), PAUSE));
}

connect(false);
