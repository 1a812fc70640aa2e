/** Names that work on every host, on FAT32, and on Windows. */
import type { Finding } from "./own-link.ts";

/** FAT32 holds about 13,000 names of our length in a folder. */
export const FILES_IN_FOLDER = 10_000;
/** Characters before the first dot. */
export const NAME_LENGTH = 60;

/** Letters of other scripts than the Latin stand as they are where `site.yaml` says so. */
const NAME = /^(?:[a-z0-9-]|[^\p{Script=Latin}\P{L}]\p{M}*|\p{Nd})+(?:\.[a-z0-9-]+)*$/u;
/** Microsoft, "Naming Files, Paths, and Namespaces": reserved with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(?:\.|$)/;
/** Names that a standard or a host prescribes, at the root only. */
const PRESCRIBED =
  /^(?:404\.html|robots\.txt|_headers|_redirects|\.nojekyll|SHA256SUMS|CNAME|\.htaccess|\.well-known\/[A-Za-z0-9._-]+)$/;

/** The fault in an address's name, or undefined. */
export function faultInName(address: string): Finding | undefined {
  if (PRESCRIBED.test(address)) return undefined;
  for (const name of address.split("/")) {
    const message = faultOf(name);
    if (message !== undefined) return { address, kind: "name", found: name, message };
  }
  return undefined;
}

function faultOf(name: string): string | undefined {
  if (!NAME.test(name)) return "has characters other than a-z, 0-9, - and letters of other scripts; rename it";
  if (DEVICE.test(name)) return "is the name of a device on Windows, where it cannot be a file; rename it";
  const stem = name.split(".", 1)[0] ?? "";
  if (stem.length > NAME_LENGTH) return `is ${stem.length} characters long; write at most ${NAME_LENGTH}`;
  return undefined;
}

/** Names that differ only by case, and folders with too many files. */
export function faultsInFolders(addresses: Iterable<string>): Finding[] {
  const findings: Finding[] = [];
  const folders = new Map<string, number>();
  const spellings = new Map<string, string>();
  for (const address of addresses) {
    const folder = address.slice(0, Math.max(0, address.lastIndexOf("/")));
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
    if (!/[^a-z0-9./_-]/.test(address)) {
      // Only another spelling could collide with it, and that is looked up below.
      spellings.set(address, address);
      continue;
    }
    const folded = address.normalize("NFC").toLowerCase();
    const other = spellings.get(folded);
    if (other === undefined) spellings.set(folded, address);
    else {
      const message = `is the same file as ${other} on disks that know no case; rename one`;
      findings.push({ address, kind: "case", found: address, message });
    }
  }
  for (const [folder, count] of folders) {
    if (count <= FILES_IN_FOLDER) continue;
    const message = `holds ${count.toLocaleString("en")} files; FAT32 takes about 13,000, we stop at ${FILES_IN_FOLDER.toLocaleString("en")}`;
    findings.push({ address: folder === "" ? "." : folder, kind: "folder", found: String(count), message });
  }
  return findings;
}
