/** `npm run docs`: writes the front matter's reference page and JSON Schema from the one schema, and the page of licences. `--check` says whether they are stale. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderFrontMatterPage, renderFrontMatterSchema } from "../article/schema-docs.ts";
import { HOUSE } from "../newsroom/folders.ts";
import { fail } from "./fail.ts";
import { parseLock, renderLicencesPage } from "./licences-page.ts";
import * as cli from "./options.ts";

const OPTIONS = {
  check: { type: "boolean", help: "write nothing; end with 1 where they are stale" },
  help: cli.HELP,
} as const;

try {
  const { values } = cli.readOptions(OPTIONS);
  if (values.help === true)
    console.log(
      `npm run docs -- [options]     writes docs/front-matter.md, docs/front-matter.schema.json and docs/licences.md\n\n${cli.renderOptions(OPTIONS)}`,
    );
  else {
    for (const [name, text] of [
      ["docs/front-matter.md", renderFrontMatterPage()],
      ["docs/front-matter.schema.json", renderFrontMatterSchema()],
      ["docs/licences.md", renderLicencesPage(parseLock(readFileSync(join(HOUSE, "package-lock.json"), "utf8")))],
    ] as const) {
      const path = join(HOUSE, name);
      if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
      if (values.check === true) {
        console.error(`${name} is stale: npm run docs`);
        process.exitCode = 1;
      } else writeFileSync(path, text);
    }
  }
} catch (error) {
  fail(error);
}
