/** The page docs/licences.md: the licence of every package of package-lock.json. An unknown or copyleft one is a fault. */

export interface LockedPackage {
  /** `node_modules/a/node_modules/b` */
  readonly place: string;
  readonly version: string;
  /** SPDX; unset where the package says none. https://spdx.org/licenses/ */
  readonly licence: string | undefined;
  /** Of tests and checks only. */
  readonly isForTests: boolean;
}

/** Licences that ask for no more than their notice. */
const FREE = new Set(
  "0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT OFL-1.1 PSF-2.0 Python-2.0".split(" "),
);

/** Copyleft of a file or a library, taken for these packages alone, each unchanged and as its makers built it. */
const TAKEN: readonly { readonly names: RegExp; readonly licence: string; readonly why: string }[] = [
  {
    names: /^@img\/sharp-(?:libvips|wasm32|win32)/,
    licence: "LGPL-3.0-or-later",
    why: "libvips, a library of its own beside sharp, which anyone may replace; nothing of it is in a published site",
  },
  {
    names: /^@resvg\/resvg-js/,
    licence: "MPL-2.0",
    why: "draws cards; its own files stay under MPL; nothing of it is in a published site",
  },
  {
    names: /^lightningcss/,
    licence: "MPL-2.0",
    why: "makes stylesheets smaller; its own files stay under MPL; nothing of it is in a published site",
  },
  { names: /^axe-core$/, licence: "MPL-2.0", why: "looks at pages in tests only" },
];

export function nameOf({ place }: LockedPackage): string {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** What is wrong with a package's licence; undefined where nothing is. Parentheses are not read, so they are told. */
export function faultInLicence(one: LockedPackage): string | undefined {
  const name = nameOf(one);
  if (one.licence === undefined || one.licence.trim() === "") return `${name} ${one.version} names no licence`;
  const isFine = (licence: string): boolean =>
    FREE.has(licence) || TAKEN.some((taken) => taken.licence === licence && taken.names.test(name));
  const choices = one.licence.split(" OR ").map((choice) => choice.split(" AND ").filter((part) => !isFine(part)));
  if (choices.some((left) => left.length === 0)) return undefined;
  return `${name} ${one.version} is under ${one.licence}, which is not among the licences that are taken`;
}

/** The packages of a package-lock.json of version 3, but for the house itself. */
export function parseLock(text: string): LockedPackage[] {
  const lock: {
    readonly packages: Readonly<
      Record<string, { readonly version?: string; readonly license?: unknown; readonly dev?: boolean }>
    >;
  } = JSON.parse(text);
  return Object.entries(lock.packages)
    .filter(([place]) => place !== "")
    .map(([place, { version = "", license, dev = false }]) => ({
      place,
      version,
      licence: typeof license === "string" ? license : undefined,
      isForTests: dev,
    }));
}

function renderRows(packages: readonly LockedPackage[]): string {
  const rows = packages.map((one) => `| ${nameOf(one)} | ${one.version} | ${one.licence ?? "none"} |`);
  return ["| package | version | licence |", "|---|---|---|", ...[...new Set(rows)].sort()].join("\n");
}

export function renderLicencesPage(packages: readonly LockedPackage[]): string {
  const taken = TAKEN.map(({ names, licence, why }) => {
    const [first = "none", ...others] = [...new Set(packages.map(nameOf).filter((name) => names.test(name)))].sort();
    const builds = others.length === 0 ? "" : ` and ${others.length} more of its family`;
    return `- ${first}${builds}, ${licence}: ${why}`;
  });
  return `# Licences
Every package of \`package-lock.json\` with its licence; \`npm run docs\` writes this page, and a test refuses a licence that is unknown or asks
for more than its notice. What is taken all the same, for these packages alone and unchanged:

${taken.join("\n")}

## What builds a site
${renderRows(packages.filter(({ isForTests }) => !isForTests))}

## What tests and checks need besides
${renderRows(packages.filter(({ isForTests }) => isForTests))}
`;
}
