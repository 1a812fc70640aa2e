/** Addresses that pages, policies, feeds and rules of hosts can carry without harm. */

/** A host's name as it stands in a content policy: letters of ASCII after `URL` has read it, or an IPv6 address. */
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?)$/;
/** Blanks, `;` and the like end a policy, a rule or an attribute; in an address they are written with `%`. */
const ENDING = /[\s;"\\<>`{}|^\p{C}]/u;

/** http or https, a host, nobody's name and password, and nothing that could end what it stands in. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(address) || ENDING.test(address) || !URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  return HOST.test(hostname) && username === "" && password === "";
}

/** The same address with a host of other letters as xn--, as sitemaps, feeds and policies want it; all else is as it was. */
export function withAsciiHost(address: string): string {
  const [, scheme = "", host = "", rest = ""] = /^(https?:\/\/)([^/?#]*)(.*)$/is.exec(address) ?? [];
  return /[^ -~]/.test(host) && URL.canParse(address) ? `${scheme}${new URL(address).host}${rest}` : address;
}

/** One mail address: no list, no name before it, no parts of a letter behind it. */
export function isMailAddress(address: string): boolean {
  const [, local = "", host = ""] = /^([^\s@]{1,64})@([^\s@]{1,253})$/.exec(address) ?? [];
  return (
    local !== "" && !/[()<>[\],;:"\\?&#%\p{C}]/u.test(local) && isWebAddress(`https://${host}`) && !host.includes("/")
  );
}

/** `mailto:` with a mail address, to be followed by `?`. RFC 6068. */
export function mailtoOf(address: string): string {
  const at = address.lastIndexOf("@");
  return `mailto:${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`;
}
