/** An edition in the forms that were asked for. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuiltSite, openSite } from "./built-site.ts";
import { type EditionChoice, nameOfChoice } from "./edition-choice.ts";
import { writeEpub } from "./epub.ts";
import { makeSingleFile } from "./single-file.ts";
import { makeTree } from "./site-tree.ts";
import { slugOf, writeZim } from "./zim.ts";
import { ZipFile } from "./zip-file.ts";

export const PACKAGE_FORMS = ["zip", "epub", "zim", "html"] as const;
export type PackageForm = (typeof PACKAGE_FORMS)[number];

export interface PackageOptions {
  /** Folder of the built site. */
  readonly dist: string;
  /** Folder for the files. */
  readonly to: string;
  readonly choice: EditionChoice;
  readonly forms: readonly PackageForm[];
  /** Only articles in this language. */
  readonly lang?: string | undefined;
  readonly onStep?: (form: PackageForm, done: number) => void;
}

export interface PackagedFile {
  readonly form: PackageForm;
  readonly path: string;
  readonly bytes: number;
}

/** Writes one file a form. Throws PublishError where there is no such edition or no built site. */
export async function packageEdition(options: PackageOptions): Promise<PackagedFile[]> {
  const { dist, to, choice, forms, lang } = options;
  const site = openSite(dist);
  mkdirSync(to, { recursive: true });
  const name = [slugOf(site.title), nameOfChoice(choice), ...(lang === undefined ? [] : [lang])].join("-");
  const files: PackagedFile[] = [];
  for (const form of forms) {
    const path = join(to, `${name}.${form}`);
    files.push({ form, path, bytes: await write(form, path, site, options) });
  }
  return files;
}

async function write(form: PackageForm, path: string, site: BuiltSite, options: PackageOptions): Promise<number> {
  const { choice, lang } = options;
  switch (form) {
    case "zip":
      return writeZip(path, site, options);
    case "epub":
      return writeEpub(path, site, choice, { lang, onStep: (done) => options.onStep?.("epub", done) });
    case "zim":
      return writeZim(path, site, choice, lang);
    case "html": {
      const text = Buffer.from(makeSingleFile(site, choice, lang));
      writeFileSync(path, text);
      return text.length;
    }
  }
}

function writeZip(path: string, site: BuiltSite, { choice, lang, onStep }: PackageOptions): number {
  // The tree is read first: where there is no such edition, no empty file stays behind.
  const tree = makeTree(site, choice, lang);
  let next = tree.next();
  const zip = new ZipFile(path);
  for (let done = 1; next.done !== true; next = tree.next()) {
    zip.add(next.value.address, next.value.content);
    onStep?.("zip", done++);
  }
  return zip.end();
}
