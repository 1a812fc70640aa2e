/** The build's last step: what it wrote is looked at as a reader's browser would. */
import type { Site } from "../newsroom/newsroom.ts";
import { checkDist, summarise } from "./check-links.ts";
import { checkDistShared } from "./check-shared.ts";
import { measureSite, selectHosts, warnOfHosts } from "./hosts.ts";
import { Manifest } from "../output/manifest.ts";
import type { Finding } from "./own-link.ts";

export interface PagesToCheck {
  readonly output: string;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly site: Site;
  /** Processes for large builds; all cores where unset. */
  readonly jobs?: number;
  readonly note: (text: string) => void;
}

/** From so many written files on, all of the site is checked; below, what was written. */
const WHOLE_FROM = 2_000;
/** Lines that are printed. */
const SHOWN = 20;

/** Sites of up to so many files are measured at each build, larger ones when all of it was written. */
const MEASURED_ALWAYS = 10_000;

/** Checks what was published, and notes each fault and each limit of a host that is passed. The findings, for those who want to count them. */
export async function checkPages(pages: PagesToCheck): Promise<readonly Finding[]> {
  const { output, written, site, note } = pages;
  const jobs = pages.jobs === undefined ? {} : { jobs: pages.jobs };
  const findings =
    written.length < WHOLE_FROM
      ? checkDist(output, { only: written, url: site.url })
      : await checkDistShared(output, { url: site.url, ...jobs });
  const lines = summarise(findings);
  for (const line of lines.slice(0, SHOWN)) note(line);
  if (lines.length > SHOWN) note(`… and ${lines.length - SHOWN} more; npm run verify -- --links names them all`);
  if (selectHosts(site.hosts).length > 0) {
    const files = Manifest.read(output)?.size ?? 0;
    if (files <= MEASURED_ALWAYS || written.length >= WHOLE_FROM) {
      for (const warning of warnOfHosts(site.hosts, measureSite(output))) note(warning);
    }
  }
  return findings;
}
