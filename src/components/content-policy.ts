import { createHash } from "node:crypto";
import type { OwnInline } from "../edition/views.ts";
import { isWebAddress } from "../article/web-address.ts";
import { type Html, html } from "../html.ts";

/** What a page may load beside its own folder. */
export interface PolicyProps {
  /** The page's own inline stylesheets and scripts, exactly as printed. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Absolute addresses of sound that the page plays. */
  readonly media?: readonly string[];
  /** Absolute addresses to which its forms are sent. */
  readonly forms?: readonly string[];
  /** Styles and scripts in markup that the newsroom wrote itself. */
  readonly own?: OwnInline;
}

const known = new Map<string, string>();

/** An inline style or script as a policy names it. */
export function hashOf(text: string): string {
  let hash = known.get(text);
  if (hash === undefined) {
    hash = `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    known.set(text, hash);
  }
  return hash;
}

function originsOf(addresses: readonly string[] = []): string {
  const absolute = addresses.filter(isWebAddress).map((address) => new URL(address).origin);
  return [...new Set(absolute)].map((origin) => ` ${origin}`).join("");
}

/** The policies of pages that load nothing from elsewhere, by their styles and scripts: nearly all pages. */
const plainPolicies = new Map<string, Html>();

/**
 * The strict policy of a page: nothing from elsewhere, no inline script or style but those whose hash is given. Its forms go
 * to the site; in Firefox a page opened from a disk is not `'self'` there, but a `file:`.
 */
export function renderPolicy(props: PolicyProps): Html {
  const { styles, scripts, media = [], forms = [], own } = props;
  if (media.length > 0 || forms.length > 0 || own !== undefined) return writePolicy(props);
  const key = [...styles, "", ...scripts].map((text) => (text === "" ? "" : hashOf(text))).join(" ");
  const policy = plainPolicies.get(key) ?? writePolicy(props);
  plainPolicies.set(key, policy);
  return policy;
}

function writePolicy({ styles, scripts, media, forms, own }: PolicyProps): Html {
  // Attributes count only beside the word that names them; files only where there are some.
  const ownStyles = [
    ...(own?.sheets === true ? ["'self'"] : []),
    ...(own?.styles ?? []).map(hashOf),
    ...(own === undefined || own.attributes.length === 0 ? [] : ["'unsafe-hashes'", ...own.attributes.map(hashOf)]),
  ];
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${[...scripts, ...(own?.scripts ?? [])].map(hashOf).join(" ")}`.trim(),
    `style-src ${[...styles.map(hashOf), ...ownStyles].join(" ")}`,
    "img-src 'self' data:",
    `media-src 'self'${originsOf(media)}`,
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    `form-action 'self' file:${originsOf(forms)}`,
    "base-uri 'none'",
  ];
  return html`<meta http-equiv="Content-Security-Policy" content="${policy.join(";")}">`;
}
