/**
 * Who may ask the preview. It shows drafts and held articles, so it answers those at this machine alone: a page of another
 * site that is open in the same browser may neither read it nor be led to it by a name of its own (DNS rebinding).
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export interface Guard {
  /** As a browser names the server: `localhost:8080`, `127.0.0.1:8080`, `[::1]:8080`. */
  readonly hosts: ReadonlySet<string>;
  /** Asked for in the address or a cookie, where the preview is open to the network. */
  readonly token?: string;
}

/** What of a request decides; `url` as it was sent. */
export interface Visitor {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Refusal {
  readonly status: 403;
  readonly words: string;
}

const COOKIE = "dateline-preview";

/** Undefined where the visitor is welcome. */
export function refuse(guard: Guard, { url, headers }: Visitor): Refusal | undefined {
  if (!guard.hosts.has(headers.host?.toLowerCase() ?? "")) return forbid("This preview does not go by that name.");
  if (headers.origin !== undefined && !isOwnOrigin(guard, headers.origin)) return forbid("Another site may not ask.");
  if (comesFromElsewhere(headers)) return forbid("Another site may not load parts of the preview.");
  if (guard.token !== undefined && !holdsToken(guard.token, url, headers))
    return forbid("Open the address that `npm start` printed, with its token.");
  return undefined;
}

/** The cookie that spares a visitor the token in each address, where the address has it. */
export function cookieFor({ token }: Guard, url: string): string | undefined {
  if (token === undefined || tokenIn(url) === undefined) return undefined;
  return `${COOKIE}=${token}; HttpOnly; SameSite=Lax; Path=/`;
}

const forbid = (words: string): Refusal => ({ status: 403, words });

function isOwnOrigin({ hosts }: Guard, origin: string): boolean {
  return origin.startsWith("http://") && hosts.has(origin.slice("http://".length).toLowerCase());
}

/** A link may lead here from anywhere; a frame, a script, a picture of another site's page may not. */
function comesFromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== "cross-site" && site !== "same-site") return false;
  return headers["sec-fetch-mode"] !== "navigate" || headers["sec-fetch-dest"] !== "document";
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function holdsToken(token: string, url: string, { cookie = "" }: IncomingHttpHeaders): boolean {
  const kept = cookie
    .split(";")
    .map((pair) => pair.trim().split("="))
    .find(([name]) => name === COOKIE)?.[1];
  return [tokenIn(url), kept].some((given) => given !== undefined && timingSafeEqual(digest(given), digest(token)));
}

function tokenIn(url: string): string | undefined {
  const query = url.indexOf("?");
  return query < 0 ? undefined : (new URLSearchParams(url.slice(query)).get("token") ?? undefined);
}
