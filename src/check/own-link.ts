/** One reference found in a page, style sheet or manifest, against the addresses that the site has. */

/** What kind of fault a check found; `name`, `folder` and `case` concern files, the others references. */
export type FaultKind =
  "dead" | "fragment" | "own" | "leaves" | "base" | "script" | "name" | "folder" | "case" | "unreadable";

export interface Finding {
  /** Site-relative address of the file that has the fault. */
  readonly address: string;
  /** Counted from 1, where the fault is in a line. */
  readonly line?: number;
  readonly kind: FaultKind;
  /** The reference or name as found. */
  readonly found: string;
  /** A sentence: what is wrong and what to write. */
  readonly message: string;
}

/**
 * How a reference is used:
 * - `link`: a reader may follow it; leading elsewhere is fine, the site's own pages are named relatively.
 * - `render`: needed to show the page; must be a file of the site.
 * - `stream`: sound and film; may come from elsewhere.
 * - `machine`: canonical, alternate and the like; absolute or relative.
 */
export type Use = "link" | "render" | "stream" | "machine";

export interface Reference {
  readonly use: Use;
  readonly href: string;
}

/** What a reference leads to, once it is known to be the site's own. */
export interface Target {
  readonly address: string;
  /** Decoded; undefined where there is none, or one that needs no element. */
  readonly fragment: string | undefined;
}

export interface Verdict {
  readonly kind: FaultKind;
  readonly message: string;
}

/** A short link that the host redirects is no file of the site, and has to be named in full. */
const SHORT_LINK = /^s\/[a-z0-9]+$/;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/**
 * The target of a reference in the file at `from`, a fault, or undefined where it needs no check. `site` is the site's
 * own absolute address; `anywhere` marks a page that hosts serve at any depth (404.html).
 */
export function resolveReference(
  reference: Reference,
  from: string,
  options: { readonly site: string | undefined; readonly anywhere: boolean },
): Target | Verdict | undefined {
  // URL Standard, "basic URL parser": surrounding blanks and all tabs and line breaks are dropped.
  const href = reference.href.trim().replace(/[\t\n\r]/g, "");
  const scheme = SCHEME.exec(href)?.[1]?.toLowerCase();
  if (scheme !== undefined || href.startsWith("//")) return judgeAbsolute(reference.use, scheme, href, options.site);
  if (href.includes("\\")) return { kind: "dead", message: "has a backslash, which browsers read as a slash; write /" };
  if (href.startsWith("/") && !options.anywhere) {
    return { kind: "own", message: "starts at the host's root; write it relative to this file" };
  }
  return resolveRelative(href, from);
}

/** Remembers the references of the last folder: its pages share their masthead, footer and lists. */
export class Resolver {
  readonly #site: string | undefined;
  #folder: string | undefined;
  readonly #known = new Map<string, Target | Verdict | undefined>();

  /** `site` is the site's own absolute address, where it has one. */
  constructor(site: string | undefined) {
    this.#site = site;
  }

  resolve(reference: Reference, from: string): Target | Verdict | undefined {
    // 404.html is served at any depth, so its links may start at the host's root or be absolute.
    if (from === "404.html") return resolveReference(reference, from, { site: undefined, anywhere: true });
    const own = { site: this.#site, anywhere: false };
    // Of the file itself, not of its folder.
    if (/^[#?]|^$/.test(reference.href)) return resolveReference(reference, from, own);
    const folder = from.slice(0, from.lastIndexOf("/") + 1);
    if (folder !== this.#folder) {
      this.#folder = folder;
      this.#known.clear();
    }
    const key = `${reference.use} ${reference.href}`;
    let target = this.#known.get(key);
    if (target === undefined && !this.#known.has(key)) {
      target = resolveReference(reference, from, own);
      this.#known.set(key, target);
    }
    return target;
  }
}

function judgeAbsolute(
  use: Use,
  scheme: string | undefined,
  href: string,
  site: string | undefined,
): Verdict | undefined {
  if (scheme === "javascript" || scheme === "vbscript") {
    return { kind: "script", message: "is a script in place of an address; use a button" };
  }
  if (use === "machine" || scheme === "data" || scheme === "blob" || scheme === "about") return undefined;
  if (scheme === "file") return { kind: "own", message: "names a file of one machine; write it relative to this file" };
  if (use === "render") {
    return { kind: "leaves", message: "is fetched from elsewhere to show the page; take the file into the site" };
  }
  if (site !== undefined && `${href}/`.startsWith(site) && !SHORT_LINK.test(href.slice(site.length))) {
    return { kind: "own", message: "names the site's own page in full; write it relative to this file" };
  }
  return undefined;
}

function resolveRelative(href: string, from: string): Target | Verdict {
  const hash = href.indexOf("#");
  const fragment = hash === -1 ? "" : href.slice(hash + 1);
  const beforeHash = hash === -1 ? href : href.slice(0, hash);
  const query = beforeHash.indexOf("?");
  const path = query === -1 ? beforeHash : beforeHash.slice(0, query);
  const decoded = decode(path);
  const named = decode(fragment);
  if (decoded === undefined || named === undefined)
    return { kind: "dead", message: "has a % that begins no code; write %25" };
  const address = decoded === "" ? from : join(from, decoded);
  if (address === undefined) return { kind: "dead", message: "leads out of the site's folder; take away a ../" };
  if (address === "" || address.endsWith("/")) {
    return {
      kind: "dead",
      message: `names a folder, which opens on few hosts; write ${href.replace(/[?#].*/, "")}index.html`,
    };
  }
  const needed = named === "" || named === "top" || named.startsWith(":~:") ? undefined : named;
  return { address, fragment: needed };
}

function decode(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The address of a path as seen from a file; undefined above the root. A folder ends in a slash; the root is empty. */
function join(from: string, path: string): string | undefined {
  if (!path.startsWith("/") && !path.includes("./") && !path.endsWith(".")) {
    return from.slice(0, from.lastIndexOf("/") + 1) + path;
  }
  const parts = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  const steps = path.split("/");
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    if (step === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (step !== "." && (step !== "" || isLast)) {
      parts.push(step);
      continue;
    }
    if (isLast) return parts.length === 0 ? "" : `${parts.join("/")}/`;
  }
  return parts.join("/");
}
