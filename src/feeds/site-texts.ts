/** The plain files that a host is asked for: robots.txt, humans.txt, security.txt. */
import { renderRfc3339, selectDay } from "../article/instant.ts";
import type { Site } from "../newsroom/newsroom.ts";

/** A value in one line: nothing an editor writes can add a field. */
function line(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Everything may be read; where the site has an address, the way to its sitemap. RFC 9309. */
export function renderRobots({ url }: Pick<Site, "url">): string {
  return `User-agent: *\nDisallow:\n${url === undefined ? "" : `\nSitemap: ${url}sitemap.xml\n`}`;
}

/** Who makes the site: https://humanstxt.org/ */
export function renderHumans({ humans, languages }: Pick<Site, "humans" | "languages">): string {
  return `/* TEAM */\n${humans.map(line).join("\n")}\n\n/* SITE */\nLanguages: ${languages.join(", ")}\nSoftware: Dateline\n`;
}

/**
 * The first instant of the half-year after the next, so 6 to 12 months from now: RFC 9116 wants less than a year, and the
 * file need change but twice a year.
 */
export function securityExpiresAt(now: number): number {
  const { year, month } = selectDay(now, "utc");
  return month <= 6 ? Date.UTC(year + 1, 0, 1) : Date.UTC(year + 1, 6, 1);
}

/** How to report a weakness: RFC 9116. `contact` is an address of mail, a telephone or a page, with or without its scheme. */
export function renderSecurity(
  { url, languages }: Pick<Site, "url" | "languages">,
  contact: string,
  expiresAt: number,
): string {
  const address = line(contact);
  const uri = /^(mailto|tel|https):/i.test(address)
    ? address
    : address.includes("@") && !/^https?:/i.test(address)
      ? `mailto:${address}`
      : `https://${address.replace(/^http:\/\//i, "")}`;
  return [
    `Contact: ${uri}`,
    `Expires: ${renderRfc3339(expiresAt)}`,
    `Preferred-Languages: ${languages.join(", ")}`,
    // Elsewhere than at the root of a host nobody looks for it.
    ...(url?.startsWith("https:") && new URL(url).pathname === "/"
      ? [`Canonical: ${url}.well-known/security.txt`]
      : []),
    "",
  ].join("\n");
}
