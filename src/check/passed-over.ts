/** Files below the content folder that no build reads: told, so that no article waits for ever in a file of another name. */

export interface PassedOver {
  readonly file: string;
  readonly found: string;
  readonly fault: string;
  readonly instead: string;
}

const ASIDE = "is put aside by its name, and passed over";
const FOLDERS = "articles/, pages/, discussion/ or media/";

function adviseOn(path: string): { readonly fault: string; readonly instead: string } {
  const name = path.replace(/\/$/, "").split("/").at(-1) ?? path;
  if (/^[_~]|~$/.test(name)) return { fault: ASIDE, instead: "Rename it without _ or ~ when it is to be published." };
  if (!path.includes("/") || /^[^/]+\/$/.test(path))
    return { fault: "is in no folder that is read, and passed over", instead: `Put it below ${FOLDERS}.` };
  const folder = path.slice(0, path.indexOf("/"));
  if (folder === "discussion")
    return { fault: "is no file of comments, and passed over", instead: "Name it <slug>.yaml, or put it elsewhere." };
  if (/\.(?:docx?|odt|rtf|html?|xml|json)$/i.test(name))
    return { fault: "is no Markdown, and passed over", instead: "Take it over with `npm run import`." };
  if (/\.(?:jpe?g|png|gif|webp|avif|svg|heic|tiff?|mp3|m4a|wav|ogg|mp4|mov|pdf)$/i.test(name))
    return { fault: "is no text, and passed over", instead: "Put it below media/." };
  const stem = name.replace(/(?:\.(?:md|markdown|mdown|mdx|txt|text))+$/i, "");
  return { fault: "does not end in .md, and is passed over", instead: `Name it ${stem}.md.` };
}

/** What is told of the files and folders that `listContents` passed over. */
export function describePassedOver(paths: readonly string[]): PassedOver[] {
  return paths.map((path) => ({
    file: path,
    found: path.split("/").at(path.endsWith("/") ? -2 : -1) ?? path,
    ...adviseOn(path),
  }));
}
