import assert from "node:assert/strict";
import test from "node:test";
import { parseInstant } from "../../src/article/instant.ts";
import { renderProblem } from "../../src/article/problem.ts";
import { parseYaml } from "../../src/article/yaml.ts";

const FAULTS: readonly (readonly [line: string, fault: RegExp])[] = [
  ["title: 'L'Étoile' sails", /closes before the text ends.*write title: "'L'Étoile' sails"\./],
  ['title: "Never" said he', /closes before the text ends.*write title: '"Never" said he'\./],
  ['title: "Never', /does not close.*write title: "Never"\./],
  ["title: [DIRECT] The harbour", /begins with \[, which begins a list.*write title: "\[DIRECT\] The harbour"/],
  ["title: {Update} The harbour", /begins with \{/],
  ["title: @port answers", /begins with @.*write title: "@port answers"\./],
  ["title: % off the fare", /begins with %/],
  ["title: `code` words", /begins with `/],
  ["title: *stars* above", /begins with \*/],
  ["title: !important news", /begins with !/],
  ["title: Fog: ships wait", /has a colon in the text.*write title: "Fog: ships wait"\./],
  ["title: Rowers are #1 again", /a # after a space.*write title: "Rowers are #1 again", or a space after the #/],
  ["title: #MeToo at sea", /a # after a space.*write title: "#MeToo at sea"/],
  ["title: &Sons sail", /begins with &.*write title: "&Sons sail"/],
  ["title:\u00a0Harbour", /no-break space after the colon/],
  ["title:Harbour", /no space after the colon.*Write title: Harbour/],
  ["\ttitle: Harbour", /indented with a tab/],
];
for (const [line, fault] of FAULTS) {
  test(`YAML that says something else than it means is told with its true fault: ${line.trim()}`, () => {
    const parsed = parseYaml({ text: `\ndate: 2031-05-06\n${line}\nkicker: Sea`, file: "a.md", linesBefore: 0 });
    assert.ok("problem" in parsed, "it is read");
    assert.match(renderProblem(parsed.problem), fault);
    assert.equal(parsed.problem.line, 3);
  });
}

for (const line of [
  "title: The harbour # a remark",
  "# date: 2031-05-06 #old",
  "title: 'Rowers are #1 again'",
  "title: C# and A&B & C",
  "standfirst: |\n  Rowers are #1\n  and #MeToo",
  "tags: [a, '#b']",
  'title: "a #b"   # why',
  "source: {name: A, url: 'https://a.example/#x'}",
])
  test(`YAML that says what it means is read: ${JSON.stringify(line)}`, () =>
    assert.ok("value" in parseYaml({ text: `\n${line}`, file: "a.md", linesBefore: 0 })));

const INSTANTS: Readonly<Record<string, string>> = {
  "2031-05-06 15:45:00 -0500": "2031-05-06T20:45:00.000Z",
  "2031-05-06 15:45 +02": "2031-05-06T13:45:00.000Z",
  "2031-05-06T15:45UTC": "2031-05-06T15:45:00.000Z",
  "2031-05-06 15:45": "2031-05-06T13:45:00.000Z",
  "2031-05-06 8:05": "2031-05-06T06:05:00.000Z",
  "2031-01-06T15:45": "2031-01-06T14:45:00.000Z",
};
for (const [text, iso] of Object.entries(INSTANTS))
  test(`an instant is read, by the newsroom's own clock where it names no zone: ${text}`, () => {
    const read = parseInstant(text, "Europe/Amsterdam");
    assert.ok("at" in read);
    assert.equal(new Date(read.at).toISOString(), iso);
  });

for (const [text, instead] of [
  ["2031-05-06 15:45 -15:00", "2031-05-06T15:45, then Z, or -12:00 to +14:00"],
  ["2031-05-06 8h00", "2031-05-06T08:00"],
  ["6 May 2031", "2031-01-15T15:45, 2031-01-15T15:45Z or 2031-01-15"],
  ["2031/5/6", "2031-05-06"],
] as const)
  test(`what is no instant is refused with what was meant: ${text}`, () => {
    const read = parseInstant(text, "utc");
    assert.ok("fault" in read);
    assert.equal(read.instead.replaceAll("2021", "2031"), instead);
  });
