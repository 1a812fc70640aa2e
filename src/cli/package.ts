/** `npm run package`: an edition to carry away. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../article/usage-error.ts";
import { PACKAGE_FORMS, type PackageForm } from "../archive/packaged.ts";
import { parseChoice } from "../package/edition-choice.ts";
import { packageEdition } from "../package/package.ts";
import { fromHere, selectFolders } from "../newsroom/folders.ts";
import { fail } from "./fail.ts";

const HELP = `npm run package -- --edition EDITION --as FORMS [options]     an edition to carry away

  --edition EDITION  all, 2021, 2021-01, 2021-01-15, topic:<slug>, section:<slug>, article:2021/01/15/<slug>
  --as FORMS         one or more of ${PACKAGE_FORMS.join(", ")}, with commas between them
                     zip   the site, or the part, as files that open by double-click; START-HERE.html first
                     epub  a book, EPUB 3.3, in one language
                     zim   for Kiwix; needs zimwriterfs (Debian: zim-tools)
                     html  one file with the pictures inside
  --to DIR           where the files go     (packages); the next build offers those of packages to readers
  --from DIR         the built site         (dist)
  --lang TAG         only articles in this language; a book is in the site's own where unset
  --json             print what was written as JSON
  --help

Exit status: 0 done, 1 there is no such edition or it cannot be written, 2 wrong usage.`;

function readForms(text: string | undefined): PackageForm[] {
  return [...new Set((text ?? "").split(","))].map((name) => {
    const form = PACKAGE_FORMS.find((known) => known === name.trim());
    if (form === undefined)
      throw new UsageError(`--as ${name || "nothing"}: write one or more of ${PACKAGE_FORMS.join(", ")}`);
    return form;
  });
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      edition: { type: "string" },
      as: { type: "string" },
      to: { type: "string" },
      from: { type: "string" },
      lang: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) console.log(HELP);
  else {
    if (values.edition === undefined) throw new UsageError("--edition is missing: write all, a year, a month or a day");
    const started = performance.now();
    const shown = process.stderr.isTTY && values.json !== true;
    const files = await packageEdition({
      dist: selectFolders({ output: values.from }).output,
      to: resolve(values.to ?? fromHere("packages")),
      choice: parseChoice(values.edition),
      forms: readForms(values.as),
      lang: values.lang,
      onStep: (form, done) => {
        if (shown && done % 100 === 0) process.stderr.write(`\r${form}: ${done}`);
      },
    });
    if (shown) process.stderr.write("\r\u001b[K");
    if (values.json === true) console.log(JSON.stringify(files));
    else {
      for (const { path, bytes } of files) console.log(`${path}  ${(bytes / 1e6).toFixed(2)} MB`);
      console.log(`in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
  }
}

run().catch((error: unknown) => fail(error, process.argv.includes("--json")));
