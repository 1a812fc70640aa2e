/** Measures the dateline reader on printed datelines: `node --import tsx bench/dateline.ts [--list]`. */
import { recogniseDateline, takeDateline } from "../src/article/dateline.ts";
import { compareDateline, expectDateline, readReuters, corporaFolder } from "./reuters.ts";

const records = readReuters();
if (records === undefined) {
  console.log(`bench/dateline: no reuters.jsonl in ${corporaFolder()}; passed over`);
} else {
  const list = process.argv.includes("--list");
  const counts = { unbroken: 0, takePlace: 0, takeAll: 0, parsePlace: 0, parseAll: 0, rest: 0 };
  for (const record of records) {
    const expected = expectDateline(record);
    if (expected === undefined) {
      if (list)
        console.log(
          `broken    ${record.id} ${JSON.stringify(record.dateline)} -> ${JSON.stringify(recogniseDateline(record.dateline))}`,
        );
      continue;
    }
    counts.unbroken += 1;
    const first = record.paragraphs[0] ?? "";
    const taken = takeDateline(`${record.dateline} ${first}`);
    const byTake = compareDateline(taken?.dateline, expected);
    const byParse = compareDateline(recogniseDateline(record.dateline), expected);
    if (byTake.place) counts.takePlace += 1;
    if (byTake.all) counts.takeAll += 1;
    if (byParse.place) counts.parsePlace += 1;
    if (byParse.all) counts.parseAll += 1;
    if (taken?.rest === first) counts.rest += 1;
    if (list && !(byTake.all && byParse.all)) {
      console.log(
        `different ${record.id} ${JSON.stringify(record.dateline)} wanted ${JSON.stringify(expected)} got ${JSON.stringify(taken?.dateline)}`,
      );
    }
  }
  const share = (count: number) => `${count}/${counts.unbroken} ${(count / counts.unbroken).toFixed(4)}`;
  console.log(`records ${records.length}, unbroken ${counts.unbroken}`);
  console.log(
    `takeDateline  place ${share(counts.takePlace)}  all parts ${share(counts.takeAll)}  paragraph left exact ${share(counts.rest)}`,
  );
  console.log(`recogniseDateline place ${share(counts.parsePlace)}  all parts ${share(counts.parseAll)}`);
  const started = process.cpuUsage();
  for (const record of records) takeDateline(`${record.dateline} ${record.paragraphs[0] ?? ""}`);
  const { user, system } = process.cpuUsage(started);
  console.log(`${Math.round(records.length / ((user + system) / 1e6))} datelines a second of processor time`);
}
