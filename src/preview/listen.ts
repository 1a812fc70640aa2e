/** On which addresses the preview listens, and how a browser names them. */
import { createServer, type RequestListener, type Server } from "node:http";
import { hostname, networkInterfaces } from "node:os";
import { UsageError } from "../article/usage-error.ts";

const LOOPBACKS = ["127.0.0.1", "::1"];
/** How many ports are tried, from the one that was asked for on. */
const TRIES = 10;
/** A machine without IPv6, or without the address that was asked for. */
const NO_SUCH_ADDRESS = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

export interface Listening {
  readonly servers: readonly Server[];
  readonly port: number;
  /** `localhost`, `127.0.0.1`, `[::1]`, and the machine's own where it is open to the network. */
  readonly names: readonly string[];
}

/**
 * Listens on this machine alone, or on `host` too (`0.0.0.0` and `::` are all of the machine's). All addresses have the same
 * port, so that no other server answers in the preview's name; where it is taken, one of the next.
 */
export async function listen(answer: RequestListener, port: number, host?: string): Promise<Listening> {
  const addresses = isAny(host) ? [host] : [...LOOPBACKS, ...(host === undefined ? [] : [host])];
  for (let tried = port; ; tried++) {
    try {
      const servers = await listenOn(answer, addresses, tried);
      const names = ["localhost", ...LOOPBACKS, ...(host === undefined ? [] : outsideNames(host))];
      return { servers, port: portOf(servers), names: [...new Set(names.map(bracket))] };
    } catch (error) {
      if (codeOf(error) !== "EADDRINUSE") throw new UsageError(`--host, --port: ${String(error)}`);
      if (tried >= port + TRIES) throw new UsageError(`--port ${port}: it and the next ${TRIES} are taken`);
    }
  }
}

async function listenOn(answer: RequestListener, addresses: readonly string[], port: number): Promise<Server[]> {
  const servers: Server[] = [];
  try {
    for (const address of addresses) {
      const server = createServer(answer);
      try {
        await listenOnce(server, address, portOf(servers) || port);
        servers.push(server);
      } catch (error) {
        const last = address === addresses.at(-1) && servers.length === 0;
        if (last || !NO_SUCH_ADDRESS.includes(codeOf(error))) throw error;
      }
    }
    return servers;
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }
}

function listenOnce(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf([first]: readonly Server[]): number {
  const address = first?.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const isAny = (host: string | undefined): host is string => host === "0.0.0.0" || host === "::";
const bracket = (name: string): string => (name.includes(":") ? `[${name}]` : name).toLowerCase();
const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

function outsideNames(host: string): readonly string[] {
  if (!isAny(host)) return [host];
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith("fe80:"))
    .map(({ address }) => address);
  return [...own, hostname(), `${hostname()}.local`];
}
