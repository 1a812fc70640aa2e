/** Says whether *Listen Live* plays, and why where it does not. */
export function startLivePlayer(): void {
  const player = document.getElementById("live");
  const status = document.getElementById("live-status");
  if (!(player instanceof HTMLAudioElement) || status === null) return;
  const say = (key: string): void => {
    status.textContent = status.dataset[key] ?? "";
  };
  const fail = (): void => say(navigator.onLine ? "failed" : "offline");
  if (!navigator.onLine) say("offline");
  addEventListener("offline", () => say("offline"));
  addEventListener("online", () => say("none"));
  player.addEventListener("playing", () => say("playing"));
  player.addEventListener("pause", () => say("none"));
  player.addEventListener("error", fail);
  player.querySelector("source")?.addEventListener("error", fail);
}
