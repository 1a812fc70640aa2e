/** The check of a large site on all cores: processes, each with a stretch of the files. */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { checkSite, type Finding, siteIn } from "./check-links.ts";
import { faultsInFolders } from "./file-names.ts";
import { LAUNCHER } from "../newsroom/folders.ts";

/** A stretch of the sorted addresses, so that the pages of a folder stay together. */
export interface Share {
  readonly output: string;
  readonly url: string | undefined;
  /** This is share `part`, from 0, of `parts`. */
  readonly part: number;
  readonly parts: number;
}

/** Fewer files than these are checked sooner by one process. */
const WORTH_SHARING = 4_000;

/** As `checkDist`, all files. `jobs` is the number of processes, all cores where unset. */
export async function checkDistShared(
  output: string,
  options: { readonly url?: string | undefined; readonly jobs?: number } = {},
): Promise<Finding[]> {
  const site = siteIn(output, options.url);
  const addresses = [...site.addresses];
  const parts = Math.min(options.jobs ?? availableParallelism(), Math.ceil(addresses.length / WORTH_SHARING));
  if (parts < 2) return checkSite(site);
  const shares = Array.from({ length: parts }, (_none, part): Share => ({ output, url: options.url, part, parts }));
  const findings = (await Promise.all(shares.map(askProcess))).flat();
  return [...findings, ...faultsInFolders(addresses)];
}

/** What one process does. */
export function checkShare({ output, url, part, parts }: Share): Finding[] {
  const site = siteIn(output, url);
  const addresses = [...site.addresses];
  const length = Math.ceil(addresses.length / parts);
  return checkSite(site, { only: addresses.slice(part * length, (part + 1) * length) });
}

function askProcess(share: Share): Promise<Finding[]> {
  return new Promise((resolve, reject) => {
    const child = fork(LAUNCHER, ["check/check-process"], { execArgv: [], serialization: "advanced" });
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`a checking process ended early (${signal ?? code})`)));
    child.once("message", (findings: Finding[]) => {
      resolve(findings);
      child.disconnect();
    });
    child.send(share);
  });
}
