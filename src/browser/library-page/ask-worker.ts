import type { Reply, Wish } from "../offline/saved-item.ts";

/** Longest wait for a worker that should be there, milliseconds. */
const WAIT = 8000;

/** One wish to the worker of this site, and its first reply. Rejects where the browser or the address has no worker. */
export async function askWorker(wish: Wish): Promise<Reply> {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) throw new TypeError("no worker");
  const missing = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new TypeError("no worker")), WAIT);
  });
  const { active } = await Promise.race([navigator.serviceWorker.ready, missing]);
  if (active === null) throw new TypeError("no worker");
  const { port1, port2 } = new MessageChannel();
  const reply = new Promise<Reply>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
  });
  active.postMessage(wish, [port2]);
  return Promise.race([reply, missing]);
}
