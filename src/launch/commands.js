/** The commands, each with the line that `dateline --help` prints of it. */

/** @type {Readonly<Record<string, string>>} */
export const COMMANDS = {
  init: "makes a newsroom: a folder with all that a paper needs",
  build: "builds the site into dist/",
  start: "previews it at http://localhost:8080/, and again as files are saved",
  check: "checks all content and data, writes nothing",
  new: "begins an article file",
  move: "calls an article otherwise, and has its former address lead on",
  import: "makes article files of wire text, saved pages, feeds, archives …",
  export: "writes articles as ninjs, NewsML-G2, NITF or text",
  package: "makes editions to carry away",
  verify: "checks dist/ against its manifest",
  upgrade: "puts another version of Dateline in, and says what changed",
  docs: "writes the reference pages of the house anew",
};

/** Processes that commands fork. */
export const PROCESSES = ["preview-build", "build/worker-process", "check/check-process"];

/** What `dateline --help` prints. */
export function renderHelp() {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS)
    .filter(([name]) => name !== "docs")
    .map(([name, what]) => `  ${name.padEnd(width)}   ${what}`);
  return `dateline <command> [options]\n\n${lines.join("\n")}\n\nEach prints --help. Exit status: 0 done, 1 the input is wrong, 2 wrong usage.\n`;
}
