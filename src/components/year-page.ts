import type { YearView } from "../edition/views.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderPage } from "./page-frame.ts";
import { wordsOf } from "./words.ts";

const DAYS = Array.from({ length: 31 }, (_day, index) => index + 1);

/** How full a day is beside the fullest of the year, in four steps; 0 for none. */
function stepOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4));
}

/** A year of the archive as an almanac: a row for each month, a count for each day. */
export function renderYearPage(view: YearView): Html {
  const { frame, year, months, years, archive } = view;
  const words = wordsOf(frame);
  const most = Math.max(1, ...months.flatMap(({ days }) => days));
  const total = months.reduce((sum, month) => sum + month.total, 0);
  const rows = months.map(
    ({ link, total: count, days }) =>
      html`<tr><th scope="row"><a href="${link.href}">${link.title}</a></th><td class="sum">${words.number(count)}</td>${DAYS.map(
        (day) => {
          const found = days[day - 1];
          return found === undefined
            ? html`<td></td>`
            : html`<td${attribute("class", found > 0 && `n${stepOf(found, most)}`)}>${found === 0 ? "·" : found}</td>`;
        },
      )}</tr>
`,
  );
  const main = html`<header class="row head">
<p class="kicker">${archive === undefined ? words.say("list.archive") : html`<a href="${archive.href}">${archive.title}</a>`}</p>
<div><h1>${year}</h1>
<p class="facts">${words.count("list.total", total)}</p></div>
</header>
${years.length > 1 && html`<nav class="row years" aria-label="${words.say("year.years")}"><span></span><ul>${years.map((other) => html`<li><a href="${other.href}"${attribute("aria-current", other.current && "page")}>${other.title}</a></li>`)}</ul></nav>\n`}<section class="table" tabindex="0" aria-label="${words.say("year.table", { year })}">
<table class="almanac">
<thead><tr><th scope="col">${words.say("year.month")}</th><th scope="col" class="sum">${words.say("year.all")}</th>${DAYS.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>`;
  const title = words.say("year.title", { year });
  return renderPage(frame, {
    kind: "year",
    title,
    description: `${title} · ${words.count("list.total", total)}`,
    main,
  });
}
