/** An edition in the forms that were asked for. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageForm } from "../archive/packaged.ts";
import { hashContent } from "../content-hash.ts";
import { hashFile } from "../output/staging.ts";
import { type BuiltSite, openSite } from "./built-site.ts";
import { type EditionChoice, nameOfChoice, printChoice, titleOfChoice } from "./edition-choice.ts";
import { writeEpub } from "./epub.ts";
import { notePackage } from "./package-index.ts";
import { makeSingleFile } from "./single-file.ts";
import { makeTree } from "./site-tree.ts";
import { needZimwriter, slugOf, writeZim } from "./zim.ts";
import { ZipFile } from "./zip-file.ts";

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

/** Writes one file a form, and notes it in the folder's index. Throws PublishError where there is no such edition or no built site. */
export async function packageEdition(options: PackageOptions): Promise<PackagedFile[]> {
  const { dist, to, choice, forms, lang } = options;
  const site = openSite(dist);
  if (forms.includes("zim")) needZimwriter(to);
  mkdirSync(to, { recursive: true });
  const stem = nameFile(site.title, choice, lang);
  const files: PackagedFile[] = [];
  for (const form of forms) {
    const name = `${stem}.${form}`;
    const path = join(to, name);
    // A new file in the place of the old one: the site may have a link to that, and readers may be fetching it.
    const draft = `${path}.part`;
    try {
      const bytes = await write(form, draft, site, options);
      renameSync(draft, path);
      files.push({ form, path, bytes });
      const language = lang ?? (form === "epub" ? site.lang : undefined);
      notePackage(to, {
        name,
        form,
        edition: printChoice(choice),
        ...(language === undefined ? {} : { lang: language }),
        title: titleOfChoice(site, choice),
        site: site.title,
        bytes,
        sha256: hashFile(path),
        editionAt: site.editionAt,
      });
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return files;
}

/** Longest name without its ending, as the site takes it. */
const LONGEST = 60;

/** `northline-2021-01-en`, in characters that every disk takes. */
function nameFile(title: string, choice: EditionChoice, lang: string | undefined): string {
  const tail = [nameOfChoice(choice), ...(lang === undefined ? [] : [lang.toLowerCase()])].join("-");
  const name = `${slugOf(title)}-${tail}`;
  if (name.length <= LONGEST) return name;
  const sum = hashContent(tail);
  return `${name.slice(0, LONGEST - sum.length - 1).replace(/-+$/, "")}-${sum}`;
}

async function write(form: PackageForm, path: string, site: BuiltSite, options: PackageOptions): Promise<number> {
  const { choice, lang } = options;
  const onStep = (done: number): void => options.onStep?.(form, done);
  switch (form) {
    case "zip":
      return writeZip(path, site, options);
    case "epub":
      return writeEpub(path, site, choice, { lang, onStep });
    case "zim":
      return writeZim(path, site, choice, { lang, onStep });
    case "html": {
      const text = Buffer.from(makeSingleFile(site, choice, { lang, onStep }));
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
