/** Copies in a cache, with what must be known of each: when it was kept, how big it is, what it needs. */

/** Header names of a kept copy. */
const AT = "x-kept-at";
const BYTES = "x-kept-bytes";
const NEEDS = "x-kept-needs";
const TITLE = "x-kept-title";

export interface Kept {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** Addresses that a page needs. */
  readonly needs: readonly string[];
  /** Headline of a page. */
  readonly title: string;
}

/**
 * A response built anew, to be stored: one that followed a redirect cannot answer a navigation, and a compressed one
 * would name a coding that its body no longer has.
 */
export async function makeKept(
  response: Response,
  more: { readonly at: number; readonly needs?: readonly string[]; readonly title?: string },
): Promise<{ readonly copy: Response; readonly bytes: number }> {
  const body = await response.blob();
  const headers = new Headers();
  for (const name of ["content-type", "content-security-policy", "last-modified"]) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set("content-length", String(body.size));
  headers.set(AT, String(more.at));
  headers.set(BYTES, String(body.size));
  if (more.needs !== undefined) headers.set(NEEDS, encodeURI(more.needs.join(" ")));
  if (more.title !== undefined) headers.set(TITLE, encodeURIComponent(more.title));
  return { copy: new Response(body, { headers }), bytes: body.size };
}

/** What is known of a stored copy. */
export function readKept({ headers }: Response): Kept {
  const needs = decodeURI(headers.get(NEEDS) ?? "");
  return {
    at: Number(headers.get(AT)),
    bytes: Number(headers.get(BYTES)),
    needs: needs === "" ? [] : needs.split(" "),
    title: decodeURIComponent(headers.get(TITLE) ?? ""),
  };
}
