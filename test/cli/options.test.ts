import assert from "node:assert/strict";
import test from "node:test";
import { UsageError } from "../../src/article/usage-error.ts";
import * as cli from "../../src/cli/options.ts";

const OPTIONS = {
  content: cli.CONTENT,
  full: { type: "boolean", help: "draw every page anew" },
  help: cli.HELP,
} as const;

/** The words of the usage error that these arguments end in. */
function refuse(...args: string[]): string {
  let words = "";
  assert.throws(
    () => cli.readOptions(OPTIONS, { args }),
    (error) => {
      if (error instanceof UsageError) words = error.message;
      return words !== "";
    },
    args.join(" "),
  );
  return words;
}

test("A misspelt flag is answered with the one that was meant", () => {
  assert.equal(refuse("--contnet", "x"), "--contnet is no option of this command; write --content");
  assert.equal(refuse("--zzz"), "--zzz is no option of this command; write one of --content, --full, --help");
  assert.equal(
    refuse("--constructor"),
    "--constructor is no option of this command; write one of --content, --full, --help",
  );
});

test("A value that is missing, too many or another flag, and a word by itself, are answered with what to write", () => {
  for (const args of [["--content"], ["--content", ""], ["--content="]])
    assert.equal(refuse(...args), "--content has no value; write --content DIR");
  assert.equal(
    refuse("--content", "--full"),
    "--content has no value but the flag --full; write --content DIR, or --content=--full",
  );
  assert.equal(refuse("--full=yes"), "--full takes no value, and was given yes; write --full by itself");
  assert.equal(refuse("stray"), "stray stands by itself; write one of --content, --full, --help");
});

test("What a command was given is read as its options say, and names where it takes any", () => {
  const { values, positionals } = cli.readOptions(OPTIONS, { args: ["-", "--content=-x", "-h"], names: "FILE" });
  assert.deepEqual({ ...values }, { content: "-x", help: true });
  assert.deepEqual(positionals, ["-"]);
});

test("Help says each option with its value and what holds without it", () => {
  assert.equal(
    cli.renderOptions({ ...OPTIONS, full: { type: "boolean", help: "one\ntwo" } }),
    [
      "  --content DIR  what editors write (src/content)",
      "  --full         one",
      "                 two",
      "  --help         print this",
    ].join("\n"),
  );
});

test("A number or a name that is not known is refused with those that are", () => {
  assert.equal(cli.readNumber("--wait", "0", 0), 0);
  for (const word of ["", "-1", "1.5", "soon", "0"]) assert.throws(() => cli.readNumber("--jobs", word, 1), UsageError);
  assert.deepEqual(cli.readNames("--as", "zip, epub,zip", ["zip", "epub"]), ["zip", "epub"]);
  assert.throws(
    () => cli.readNames("--as", "pdf", ["zip", "epub"]),
    /--as pdf is not known; write one or more of zip, epub/,
  );
});
