/**
 * Every reference of every page against the files that the site has. Pages are parsed; a reference counts by what a
 * browser does with it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { faultInName, faultsInFolders } from "./file-names.ts";
import { Manifest } from "../output/manifest.ts";
import { realOutput } from "../output/output.ts";
import { type Finding, Resolver } from "./own-link.ts";
import { type Found, readPage, readStyleSheet, readWebManifest } from "./page-references.ts";
import { PublishError } from "../output/publish-error.ts";

export type { Finding } from "./own-link.ts";

/** A site as the check sees it, published or still in staging. */
export interface CheckedSite {
  /** All addresses. */
  readonly addresses: Iterable<string>;
  readonly has: (address: string) => boolean;
  readonly read: (address: string) => Buffer;
  /** The site's absolute address, where it has one; ends in a slash. */
  readonly url?: string | undefined;
}

export interface CheckOptions {
  /** Check only these files (and the names in their pages), as after a republish; all where unset. */
  readonly only?: Iterable<string>;
  /** Stop after so many findings: a fault in a template is in every page. 1,000 where unset. */
  readonly limit?: number;
  readonly onFile?: (done: number) => void;
}

const LIMIT = 1_000;

/** Checks a published folder by its manifest. Throws PublishError where it has none. */
export function checkDist(
  output: string,
  options: CheckOptions & { readonly url?: string | undefined } = {},
): Finding[] {
  return checkSite(siteIn(output, options.url), options);
}

/** A published folder as the check sees it. */
export function siteIn(output: string, url?: string): CheckedSite {
  const folder = realOutput(output);
  const manifest = Manifest.read(folder);
  if (manifest === undefined) {
    throw new PublishError("the folder has no SHA256SUMS", folder, "build first, or name the folder with --output");
  }
  const addresses = {
    *[Symbol.iterator]() {
      for (const [address] of manifest.entries()) yield address;
    },
  };
  return { addresses, has: (at) => manifest.has(at), read: (at) => readFileSync(join(folder, at)), url };
}

/**
 * A publish as the check sees it before it is done: staged files over those of the output, without the removed.
 * `staged` are the addresses in the staging folder.
 */
export function siteToBe(options: {
  readonly staging: string;
  readonly staged: Iterable<string>;
  readonly output: string;
  readonly removals: readonly string[] | "all-others";
  readonly url?: string | undefined;
}): CheckedSite {
  const staged = new Set(options.staged);
  const folder = realOutput(options.output);
  const manifest = options.removals === "all-others" ? undefined : Manifest.read(folder);
  const removed = new Set(options.removals === "all-others" ? [] : options.removals);
  const stays = (address: string): boolean => !removed.has(address) && manifest?.has(address) === true;
  return {
    addresses: staged,
    has: (address) => staged.has(address) || stays(address),
    read: (address) => readFileSync(join(staged.has(address) ? options.staging : folder, address)),
    url: options.url,
  };
}

/** The faults, in the order of the files. */
export function checkSite(site: CheckedSite, options: CheckOptions = {}): Finding[] {
  const findings: Finding[] = [];
  const anchors = new Anchors(site);
  const resolver = new Resolver(site.url);
  const limit = options.limit ?? LIMIT;
  let done = 0;
  const addresses = [...(options.only ?? site.addresses)];
  for (const address of addresses) {
    const named = faultInName(address);
    if (named !== undefined) findings.push(named);
    checkFile(site, address, { anchors, resolver }, findings);
    options.onFile?.(++done);
    if (findings.length >= limit) return findings.slice(0, limit);
  }
  findings.push(...anchors.faults());
  if (options.only === undefined) findings.push(...faultsInFolders(addresses));
  return findings;
}

/** Finding in one line, as a compiler prints it. */
export function renderFinding(finding: Finding): string {
  const place = finding.line === undefined ? finding.address : `${finding.address}:${finding.line}`;
  return `${place}: ${JSON.stringify(finding.found)} ${finding.message}`;
}

/** Findings that say the same of many files as one line each, the most frequent first. */
export function summarise(findings: readonly Finding[]): string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.kind} ${finding.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((group) => {
      const [first, ...others] = group;
      if (first === undefined) return [];
      return [others.length === 0 ? renderFinding(first) : `${renderFinding(first)} (and ${others.length} more such)`];
    });
}

function checkFile(
  site: CheckedSite,
  address: string,
  { anchors, resolver }: { readonly anchors: Anchors; readonly resolver: Resolver },
  findings: Finding[],
): void {
  const kind = /\.(html|css|webmanifest)$/.exec(address)?.[1];
  // A packaged edition is a whole of its own, made to lie elsewhere.
  if (kind === undefined || address.startsWith("editions/")) return;
  let text: string;
  let references: readonly Found[];
  try {
    text = site.read(address).toString("utf8");
    if (kind === "html") {
      const page = readPage(text);
      references = page.references;
      anchors.know(address, page.ids);
      if (page.baseAt !== undefined) {
        const message = "changes what every relative address means; take it away";
        findings.push({ address, line: lineAt(text, page.baseAt), kind: "base", found: "<base>", message });
      }
    } else {
      references = kind === "css" ? readStyleSheet(text) : readWebManifest(text);
    }
  } catch (error) {
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    findings.push({ address, kind: "unreadable", found: address, message });
    return;
  }
  for (const reference of references) {
    const target = resolver.resolve(reference, address);
    if (target === undefined) continue;
    const fault = (kindOfFault: Finding["kind"], message: string): Finding => ({
      address,
      line: lineAt(text, reference.at),
      kind: kindOfFault,
      found: detach(reference.href),
      message,
    });
    if ("kind" in target) findings.push(fault(target.kind, target.message));
    else if (!site.has(target.address)) {
      findings.push(fault("dead", `leads to ${target.address}, which is not in the site`));
    } else if (target.fragment !== undefined && reference.use === "link" && target.address.endsWith(".html")) {
      const { fragment } = target;
      const message = `leads to a part of ${target.address} that is not there; no element has the id ${JSON.stringify(fragment)}`;
      anchors.need(detach(target.address), detach(fragment), fault("fragment", message));
    }
  }
}

/** A copy: a piece of a text keeps the whole text in memory. */
function detach(piece: string): string {
  return Buffer.from(piece).toString();
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf("\n"); next !== -1 && next < at; next = text.indexOf("\n", next + 1)) line++;
  return line;
}

/** Which parts of pages are linked to. Names are kept only for the page at hand; other pages are read again at the end. */
class Anchors {
  readonly #site: CheckedSite;
  readonly #needs = new Map<string, { readonly fragment: string; readonly fault: Finding }[]>();
  #address = "";
  #ids: ReadonlySet<string> = new Set();

  constructor(site: CheckedSite) {
    this.#site = site;
  }

  know(address: string, ids: ReadonlySet<string>): void {
    this.#address = address;
    this.#ids = ids;
  }

  need(address: string, fragment: string, fault: Finding): void {
    if (address === this.#address && this.#ids.has(fragment)) return;
    const needs = this.#needs.get(address);
    if (needs === undefined) this.#needs.set(address, [{ fragment, fault }]);
    else needs.push({ fragment, fault });
  }

  *faults(): Generator<Finding> {
    for (const [address, needs] of this.#needs) {
      const { ids } = readPage(this.#site.read(address).toString("utf8"));
      for (const { fragment, fault } of needs) if (!ids.has(fragment)) yield fault;
    }
  }
}
