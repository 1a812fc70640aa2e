/**
 * What hosts allow. Numbers as their documentation gave them in 2026; each entry names its source. Where a host has
 * several plans, the numbers are those of the free one, and the note says what paying changes.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { distance } from "fastest-levenshtein";
import { MANIFEST_NAME } from "../output/manifest.ts";
import { MARKER_NAME } from "../output/staging.ts";

export interface HostLimits {
  readonly name: string;
  /** Whole site. */
  readonly files?: number;
  /** Files and folders together. */
  readonly entries?: number;
  readonly filesInFolder?: number;
  /** Whole site, bytes. */
  readonly bytes?: number;
  /** One file, bytes. */
  readonly fileBytes?: number;
  /** Lines of `_redirects`; 0 where the host does not read that file. */
  readonly redirects: number;
  /** Bytes of `_redirects`. */
  readonly redirectBytes?: number;
  /** Endings of files that the host refuses. */
  readonly refused?: readonly string[];
  readonly note?: string;
  readonly source: string;
}

const MB = 1024 ** 2;
const GB = 1024 ** 3;
const TB = 1024 ** 4;

export const HOSTS: Readonly<Record<string, HostLimits>> = {
  "cloudflare-pages": {
    name: "Cloudflare Pages",
    files: 20_000,
    fileBytes: 25 * MB,
    redirects: 2_000,
    // Past these bytes, lines are dropped without a word: https://wppoland.com/en/cloudflare-redirects-100kb-cap-silent-tail-truncation/
    redirectBytes: 100 * 1024,
    note: "100,000 files on paid plans",
    source: "https://developers.cloudflare.com/pages/platform/limits/",
  },
  "github-pages": {
    name: "GitHub Pages",
    bytes: GB,
    fileBytes: 100 * MB,
    redirects: 0,
    note: "100 GB of traffic a month; a deployment ends after 10 minutes",
    source: "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
  },
  "gitlab-pages": {
    name: "GitLab Pages",
    entries: 200_000,
    bytes: GB,
    redirects: 1_000,
    redirectBytes: 64 * 1024,
    note: "gitlab.com; a server of one's own sets its own numbers",
    source: "https://docs.gitlab.com/user/gitlab_com/#gitlab-pages",
  },
  netlify: {
    name: "Netlify",
    filesInFolder: 54_000,
    redirects: 10_000,
    source: "https://docs.netlify.com/deploy/deploy-overview/",
  },
  vercel: {
    name: "Vercel",
    bytes: 100 * MB,
    redirects: 0,
    note: "upload from the command line; 1 GB on paid plans",
    source: "https://vercel.com/docs/limits",
  },
  neocities: {
    name: "Neocities",
    bytes: GB,
    redirects: 0,
    refused: ["mp3", "m4a", "ogg", "wav", "mp4", "webm", "zip", "zim"],
    note: "50 GB and any kind of file for supporters",
    source: "https://neocities.org/supporter",
  },
  s3: {
    name: "Amazon S3 and compatible storage",
    fileBytes: 5 * TB,
    redirects: 0,
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html",
  },
  surge: {
    name: "surge.sh",
    redirects: 0,
    note: "no limits are published",
    source: "https://surge.sh/help/",
  },
};

/** What a built site takes up. */
export interface SiteMeasure {
  readonly files: number;
  readonly folders: number;
  /** The folder with the most files, and their number. */
  readonly fullest: { readonly address: string; readonly files: number };
  readonly bytes: number;
  readonly largest: { readonly address: string; readonly bytes: number };
  /** Number of files by ending, without its dot. */
  readonly endings: ReadonlyMap<string, number>;
  /** Lines and bytes of `_redirects`. */
  readonly redirects: number;
  readonly redirectBytes: number;
}

/** Walks a built site. About 5 microseconds a file. */
export function measureSite(output: string): SiteMeasure {
  let files = 0;
  let folders = 0;
  let bytes = 0;
  let redirects: Buffer | undefined;
  let fullest = { address: ".", files: 0 };
  let largest = { address: "", bytes: 0 };
  const endings = new Map<string, number>();
  const visit = (folder: string): void => {
    let here = 0;
    for (const entry of readdirSync(join(output, folder), { withFileTypes: true })) {
      const address = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (folder === "" && (entry.name === ".git" || entry.name.startsWith(MARKER_NAME))) continue;
      if (entry.isDirectory()) {
        folders++;
        visit(address);
        continue;
      }
      const { size } = statSync(join(output, address));
      files++;
      here++;
      bytes += size;
      if (address === "_redirects") redirects = readFileSync(join(output, address));
      if (size > largest.bytes && address !== MANIFEST_NAME) largest = { address, bytes: size };
      const ending = /\.([a-z0-9]+)$/.exec(entry.name)?.[1] ?? "";
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
    if (here > fullest.files) fullest = { address: folder === "" ? "." : folder, files: here };
  };
  visit("");
  const rules = (redirects?.toString().split("\n") ?? []).filter((line) => /^[^#\s]/.test(line));
  const redirectBytes = redirects?.length ?? 0;
  return { files, folders, fullest, bytes, largest, endings, redirects: rules.length, redirectBytes };
}

/** The hosts that `site.yaml` names; addresses of mirrors among them are not names of hosts. */
export function selectHosts(named: readonly string[]): readonly string[] {
  return named.filter((name) => !/^[a-z]+:\/\//i.test(name));
}

/** A sentence for each limit of a named host that the site passes, and for each host that is not known. */
export function warnOfHosts(named: readonly string[], site: SiteMeasure): string[] {
  return selectHosts(named).flatMap((key) => {
    const host = HOSTS[key];
    if (host !== undefined) return warnOfHost(host, site);
    const nearest = Object.keys(HOSTS).sort((a, b) => distance(key, a) - distance(key, b))[0];
    return [
      `site.yaml: hosts: "${key}" is not known; did you mean ${nearest}? Known: ${Object.keys(HOSTS).join(", ")}`,
    ];
  });
}

function warnOfHost(host: HostLimits, site: SiteMeasure): string[] {
  const faults: string[] = [];
  const over = (
    found: number,
    limit: number | undefined,
    what: string,
    print: (n: number) => string = number,
  ): void => {
    if (limit !== undefined && found > limit) faults.push(`${print(found)} ${what}, of at most ${print(limit)}`);
  };
  over(site.files, host.files, "files");
  over(site.files + site.folders, host.entries, "files and folders");
  over(site.fullest.files, host.filesInFolder, `files in ${site.fullest.address}`);
  over(site.bytes, host.bytes, "in all", size);
  over(site.largest.bytes, host.fileBytes, `in ${site.largest.address}`, size);
  if (site.redirects > 0 && host.redirects === 0) {
    faults.push(`${number(site.redirects)} short links as redirects, which it does not read; set shortUrl.as to pages`);
  } else {
    over(site.redirects, host.redirects, "short links in _redirects");
    over(site.redirectBytes, host.redirectBytes, "of _redirects", size);
  }
  const refused = (host.refused ?? []).filter((ending) => site.endings.has(ending));
  if (refused.length > 0) faults.push(`files that it refuses: ${refused.map((ending) => `.${ending}`).join(", ")}`);
  const note = host.note === undefined ? "" : ` (${host.note})`;
  return faults.map((fault) => `${host.name}: ${fault}${note}; see ${host.source}`);
}

function number(count: number): string {
  return count.toLocaleString("en");
}

function size(bytes: number): string {
  for (const [unit, name] of [
    [TB, "TB"],
    [GB, "GB"],
    [MB, "MB"],
  ] as const) {
    if (bytes >= unit) return `${(bytes / unit).toLocaleString("en", { maximumFractionDigits: 1 })} ${name}`;
  }
  return `${Math.ceil(bytes / 1024)} KB`;
}
