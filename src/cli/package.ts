/** `npm run package`: an edition to carry away. */
import { resolve } from "node:path";
import { UsageError } from "../article/usage-error.ts";
import { PACKAGE_FORMS } from "../archive/packaged.ts";
import { parseChoice } from "../package/edition-choice.ts";
import { packageEdition } from "../package/package.ts";
import { fromHere, selectFolders } from "../newsroom/folders.ts";
import { fail } from "./fail.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  edition: {
    type: "string",
    value: "EDITION",
    help: "all, 2021, 2021-01, 2021-01-15, topic:<slug>, section:<slug>, article:2021/01/15/<slug>",
  },
  as: {
    type: "string",
    value: "FORMS",
    help: [
      `one or more of ${PACKAGE_FORMS.join(", ")}, with commas between them`,
      "zip   the site, or the part, as files that open by double-click; START-HERE.html first",
      "epub  a book, EPUB 3.3, in one language",
      "zim   for Kiwix; needs zimwriterfs (Debian: zim-tools)",
      "html  one file with the pictures inside",
    ].join("\n"),
  },
  to: {
    type: "string",
    value: "DIR",
    help: "where the files go (packages); the next build offers those of packages to readers",
  },
  from: cli.OUTPUT,
  lang: {
    type: "string",
    value: "TAG",
    help: "only articles in this language; a book is in the site's own where unset",
  },
  json: { ...cli.JSON_REPORT, help: "print what was written as JSON" },
  help: cli.HELP,
} as const;

const HELP = `npm run package -- --edition EDITION --as FORMS [options]     an edition to carry away

${cli.renderOptions(OPTIONS)}

Exit status: 0 done, 1 there is no such edition or it cannot be written, 2 wrong usage.`;

async function run(): Promise<void> {
  const { values } = cli.readOptions(OPTIONS);
  if (values.help === true) console.log(HELP);
  else {
    if (values.edition === undefined) throw new UsageError("--edition is missing: write all, a year, a month or a day");
    const started = performance.now();
    const shown = process.stderr.isTTY && values.json !== true;
    const files = await packageEdition({
      dist: selectFolders({ output: values.from }).output,
      to: resolve(values.to ?? fromHere("packages")),
      choice: parseChoice(values.edition),
      forms: cli.readNames("--as", values.as ?? "", PACKAGE_FORMS),
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
