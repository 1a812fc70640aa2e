/** A small folder that a preview serves, and ways to ask for it that no browser would let one use. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { PreviewServer } from "../../src/preview/preview-server.ts";

export interface PreviewSite {
  readonly server: PreviewServer;
  readonly port: number;
  readonly addresses: readonly string[];
  /** Sends bytes as they are to a loopback address; gives all that is answered until the end. */
  readonly sendRaw: (bytes: string | Buffer, address?: string) => Promise<string>;
  /** The status of a request with a path and headers as they are. */
  readonly statusOf: (path: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<number>;
}

const PAGE = "<!doctype html><html><head><title>Front</title></head><body><p>The front page</p></body></html>";

export async function openPreviewSite(t: TestContext, host?: string): Promise<PreviewSite> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-preview-"));
  const site = join(folder, "site");
  mkdirSync(join(site, "2021"), { recursive: true });
  writeFileSync(join(folder, "package.json"), "secret");
  writeFileSync(join(site, "index.html"), PAGE);
  writeFileSync(join(site, "2021", "one.html"), PAGE);
  writeFileSync(join(site, "talk.mp3"), "0123456789");
  symlinkSync(join(folder, "package.json"), join(site, "linked.txt"));
  const server = new PreviewServer({
    folder: site,
    port: 0,
    script: "/* script */",
    ...(host === undefined ? {} : { host }),
  });
  const addresses = await server.open();
  t.after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const port = Number(new URL(addresses[0] ?? "").port);
  const sendRaw = (bytes: string | Buffer, address = "127.0.0.1"): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, address);
      let answer = "";
      socket.on("data", (data) => {
        answer += data.toString("latin1");
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(answer));
      socket.end(bytes);
    });
  const statusOf: PreviewSite["statusOf"] = (path, headers = {}, method = "GET") =>
    new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port, path, method, agent: false };
      request({ ...options, headers: { Host: `localhost:${port}`, ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });
  return { server, port, addresses, sendRaw, statusOf };
}
