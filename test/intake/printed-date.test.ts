import assert from "node:assert/strict";
import test from "node:test";
import { readPrintedDate } from "../../src/intake/dates/printed-date.ts";

const TIMED: readonly (readonly [string, string])[] = [
  ["15:45 GMT15 January 2021", "2021-01-15T15:45:00Z"],
  ["15:45 GMT 15.01.2021", "2021-01-15T15:45:00Z"],
  ["15 January 202115:45 GMT", "2021-01-15T15:45:00Z"],
  ["2021-01-15T15:45:00Z", "2021-01-15T15:45:00Z"],
  ["2021-01-15T15:45:00+03:00", "2021-01-15T15:45:00+03:00"],
  ["2021-01-15 15:45 +0300", "2021-01-15T15:45:00+03:00"],
  ["20210115T154500Z", "2021-01-15T15:45:00Z"],
  ["Fri, 15 Jan 2021 15:45:10 GMT", "2021-01-15T15:45:10Z"],
  ["Fri Jan 15 15:45:10 UTC 2021", "2021-01-15T15:45:10Z"],
  ["Jan. 15, 2021 at 3:45 p.m. ET", "2021-01-15T15:45:00-05:00"],
  ["July 15, 2021 3:45 PM ET", "2021-07-15T15:45:00-04:00"],
  ["Published January 15th, 2021, 12:05 AM EST", "2021-01-15T00:05:00-05:00"],
  ["15 January 2021, 18:45 MSK", "2021-01-15T18:45:00+03:00"],
  ["15 января 2021 года в 18:45 (мск)", "2021-01-15T18:45:00+03:00"],
  ["18:45, 15 января 2021 по московскому времени", "2021-01-15T18:45:00+03:00"],
  ["Publié le 15 janvier 2021 à 16h45 CET", "2021-01-15T16:45:00+01:00"],
  ["15. Januar 2021, 16.45 Uhr MEZ", "2021-01-15T16:45:00+01:00"],
  ["15 de enero de 2021 a las 16:45 CET", "2021-01-15T16:45:00+01:00"],
  ["الجمعة ١٥ يناير ٢٠٢١ - ١٥:٤٥ بتوقيت غرينتش", "2021-01-15T15:45:00Z"],
  ["15 يناير/كانون الثاني 2021 03:45 م GMT", "2021-01-15T15:45:00Z"],
  ["1545 GMT 15 Jan 2021", "2021-01-15T15:45:00Z"],
  ["15:45 GMT+3 15 January 2021", "2021-01-15T15:45:00+03:00"],
  ["15:45 GMT - 5 January 2021", "2021-01-05T15:45:00Z"],
  ["July 3, 2021 16:45 BST", "2021-07-03T16:45:00+01:00"],
  ["26-FEB-1987 15:18:59.34 GMT", "1987-02-26T15:18:59Z"],
  ["2021年1月15日 15時45分 JST", "2021-01-15T15:45:00+09:00"],
  ["2021년 1월 15일 오후 3:45 KST", "2021-01-15T15:45:00+09:00"],
  ["Updated: 15 Jan 2021, 03:45 PM IST", "2021-01-15T15:45:00+05:30"],
];

test("clock, zone and day are read in any order, run together or apart", () => {
  for (const [printed, iso] of TIMED) {
    const read = readPrintedDate(printed);
    assert.equal(read?.iso, iso, printed);
    assert.equal(read?.dayOnly, false, printed);
    assert.equal(read?.zoned, true, printed);
    assert.ok((read?.confidence ?? 0) >= 0.8, `${printed} ${read?.confidence} ${read?.rest}`);
  }
});

const DAYS: readonly (readonly [string, string, string?])[] = [
  ["15 January 2021", "2021-01-15"],
  ["January 15, 2021", "2021-01-15"],
  ["Friday, Jan. 15, 2021", "2021-01-15"],
  ["15.01.2021", "2021-01-15"],
  ["1er février 2021", "2021-02-01"],
  ["15 de enero de 2021", "2021-01-15"],
  ["15 января 2021 г.", "2021-01-15"],
  ["15. März 2021", "2021-03-15"],
  ["15 كانون الثاني 2021", "2021-01-15"],
  ["2021/01/15", "2021-01-15"],
  ["2021年1月15日", "2021-01-15"],
  ["15 tammikuuta 2021", "2021-01-15", "fi"],
  ["15. listopada 2021.", "2021-10-15", "hr"],
  ["15 listopada 2021", "2021-11-15", "pl"],
  ["15 Ιανουαρίου 2021", "2021-01-15", "el"],
  ["04/03/2021", "2021-03-04", "en-GB"],
  ["04/03/2021", "2021-04-03", "en-US"],
  ["15/01/2021", "2021-01-15"],
  ["01/15/2021", "2021-01-15"],
];

test("a day without a time stays a bare day", () => {
  for (const [printed, iso, lang] of DAYS) {
    const read = readPrintedDate(printed, lang === undefined ? {} : { lang });
    assert.deepEqual([read?.iso, read?.dayOnly], [iso, true], printed);
  }
});

test("a clock without a zone takes the zone that is hinted and says that none was printed", () => {
  const read = readPrintedDate("15 January 2021, 15:45", { zone: "Europe/Kyiv" });
  assert.equal(read?.iso, "2021-01-15T15:45:00+02:00");
  assert.equal(read?.zoned, false);
});

test("a day that can be read two ways is not sure", () => {
  assert.ok((readPrintedDate("04/03/2021")?.confidence ?? 1) < 0.6);
});

test("what is no full date is no date", () => {
  for (const text of [
    "15:45 GMT",
    "Jan 15",
    "2 hours ago",
    "",
    "32 January 2021",
    "30 February 2021",
    "in 2021",
    "1.2.3",
    "Monday",
  ]) {
    assert.equal(readPrintedDate(text), undefined, text);
  }
});
