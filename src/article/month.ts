/** Month and weekday names as newspapers print them, in full and shortened, in six languages and their neighbours. */
import { alternatives, nameKey } from "./printed-name.ts";

const MONTHS: readonly string[] = [
  "January|Jan|январь|января|янв|يناير|كانون الثاني|جانفي|enero|ene|janvier|janv|Januar|Jänner|Jän|gennaio|gen|janeiro|січня|січ|ocak|januari|stycznia|sty|जनवरी",
  "February|Feb|Febr|февраль|февраля|фев|февр|فبراير|شباط|فيفري|febrero|février|févr|fév|Februar|Feber|febbraio|fevereiro|fev|лютого|лют|şubat|februari|lutego|lut|फरवरी|फ़रवरी",
  "March|Mar|Mch|март|марта|мар|مارس|آذار|اذار|marzo|mars|März|Mär|Mrz|março|березня|бер|mart|maart|marca|मार्च",
  "April|Apr|апрель|апреля|апр|أبريل|ابريل|إبريل|نيسان|أفريل|abril|abr|avril|avr|aprile|квітня|квіт|nisan|kwietnia|kwi|अप्रैल",
  "May|май|мая|مايو|أيار|ايار|ماي|mayo|mai|maggio|mag|maio|травня|трав|mayıs|mei|maja|मई",
  "June|Jun|июнь|июня|июн|يونيو|يونية|حزيران|جوان|junio|juin|Juni|giugno|giu|junho|червня|черв|haziran|czerwca|cze|जून",
  "July|Jul|июль|июля|июл|يوليو|يولية|تموز|جويلية|julio|juillet|juil|Juli|luglio|lug|julho|липня|лип|temmuz|lipca|lip|जुलाई",
  "August|Aug|август|августа|авг|أغسطس|اغسطس|آب|أوت|agosto|ago|août|aout|серпня|серп|ağustos|augustus|sierpnia|sie|अगस्त",
  "September|Sept|Sep|сентябрь|сентября|сен|сент|سبتمبر|أيلول|ايلول|septiembre|setiembre|septembre|settembre|setembro|вересня|вер|eylül|września|wrz|सितंबर|सितम्बर",
  "October|Oct|октябрь|октября|окт|أكتوبر|اكتوبر|تشرين الأول|تشرين الاول|octubre|octobre|Oktober|Okt|ottobre|ott|outubro|жовтня|жовт|ekim|października|paź|अक्टूबर|अक्तूबर",
  "November|Nov|ноябрь|ноября|ноя|нояб|نوفمبر|تشرين الثاني|noviembre|novembre|novembro|листопада|лист|kasım|listopada|lis|नवंबर|नवम्बर",
  "December|Dec|декабрь|декабря|дек|ديسمبر|كانون الأول|كانون الاول|diciembre|dic|décembre|déc|Dezember|Dez|dicembre|dezembro|грудня|груд|aralık|desember|grudnia|gru|दिसंबर|दिसम्बर",
];

const WEEKDAYS =
  "Monday|Mon|Tuesday|Tues|Tue|Wednesday|Wednes|Weds|Wed|Thursday|Thurs|Thur|Thu|Friday|Fri|Saturday|Sat|Sunday|Sun|" +
  "понедельник|вторник|среда|среду|четверг|пятница|пятницу|суббота|субботу|воскресенье|пн|вт|ср|чт|пт|сб|вс|" +
  "الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت|الأحد|الاحد|" +
  "lunes|martes|miércoles|jueves|viernes|sábado|domingo|lun|mié|jue|vie|sáb|dom|" +
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mer|jeu|ven|sam|dim|" +
  "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|" +
  "lunedì|martedì|mercoledì|giovedì|venerdì|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira";

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split("|").map((name) => [nameKey(name), index + 1] as const)),
);

const WEEKDAY_KEYS: ReadonlySet<string> = new Set(WEEKDAYS.split("|").map(nameKey));

/** A pattern (for the flags `iu`) that finds a month's name without the stop after it. */
export const MONTH_PATTERN = `(?:${alternatives(new Set(MONTHS.flatMap((names) => names.split("|"))))})(?!\\p{L})`;

/** A pattern (for the flags `iu`) that finds a weekday's name without the stop after it. */
export const WEEKDAY_PATTERN = `(?:${alternatives(WEEKDAYS.split("|"))})(?!\\p{L})`;

/** 1 to 12, or undefined where the word is no month. */
export function monthNumber(word: string): number | undefined {
  return MONTH_NUMBERS.get(nameKey(word));
}

export function isWeekday(word: string): boolean {
  return WEEKDAY_KEYS.has(nameKey(word));
}

const FULL_MONTH_LENGTH = 5;

/** True where the month is printed in short, so that a stop after it belongs to it: `Jan.`, `Ene.`, `янв.`. */
export function isShortMonth(word: string): boolean {
  return monthNumber(word) !== undefined && word.replace(/\./g, "").length < FULL_MONTH_LENGTH;
}
