/** Addresses as the caches know them: relative to the site's root, without query and fragment, pages always with `.html`. */

const HASHED = /^media\/|^search\/[a-z-]+-[0-9a-f]{10}\/|-[0-9a-f]{8,10}\.[a-z0-9]+$/;
const ARTICLE = /(?:^|\/)\d{4}\/\d{2}\/\d{2}\/[^/]+\.html$/;

/** The address of a URL below the root, or undefined for one elsewhere. Hosts serve `x.html` as `x` and `index.html` as a folder. */
export function addressOf(url: string, root: string): string | undefined {
  const { origin, pathname } = new URL(url, root);
  const path = origin + pathname;
  if (`${path}/` === root) return "index.html";
  if (!path.startsWith(root)) return undefined;
  const address = path.slice(root.length);
  if (address === "" || address.endsWith("/")) return `${address}index.html`;
  return /\.[a-z0-9]+$/i.test(address) ? address : `${address}.html`;
}

/** Whether the name changes with the content, so that a copy is good for ever. */
export function isHashed(address: string): boolean {
  return HASHED.test(address);
}

export function isPage(address: string): boolean {
  return address.endsWith(".html");
}

export function isArticle(address: string): boolean {
  return ARTICLE.test(address);
}

/** A packaged edition, which is carried away as a file: it may be large, and the worker keeps none. */
export function isEdition(address: string): boolean {
  return address.startsWith("editions/");
}

/** A script that changes under one name, as the edition's moment does: kept with the page that it belongs to. */
export function isCompanion(address: string): boolean {
  return address.endsWith(".js") && !isHashed(address);
}

/** What all sizes and formats of one picture have in common; undefined for what is no picture. */
export function pictureStem(address: string): string | undefined {
  return /^media\/(.+-[0-9a-f]{8})-\d+\.(?:avif|webp|jpg|png)$/.exec(address)?.[1];
}
