/** Plain files for machines and the curious: `robots.txt`, `humans.txt`, `.well-known/security.txt`. */
import type { Edition } from "../edition/edition.ts";
import { foldKeys, keyOf } from "../archive/key.ts";
import type { PageRef } from "../edition/page-ref.ts";
import { renderHumans, renderRobots, renderSecurity, securityExpiresAt } from "../feeds/site-texts.ts";
import { definePages } from "./page-template.ts";

function* selectTexts({ site, now }: Edition): Generator<PageRef> {
  const { language: lang, humans, languages, securityContact, url } = site;
  const ref = (address: string, ...inputs: readonly unknown[]): PageRef => ({
    address,
    lang,
    print: foldKeys([keyOf(JSON.stringify(inputs))]),
  });
  yield ref("robots.txt", url);
  if (humans.length > 0) yield ref("humans.txt", humans, languages);
  if (securityContact !== undefined)
    yield ref(".well-known/security.txt", securityContact, languages, url, securityExpiresAt(now));
}

export default definePages("text", selectTexts, ({ site, now }, { address }) => {
  if (address === "robots.txt") return renderRobots(site);
  if (address === "humans.txt") return renderHumans(site);
  return renderSecurity(site, site.securityContact ?? "", securityExpiresAt(now));
});
