/** The language of a text from its letters and its commonest words. */

const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in that for is on was with said by at from it his has are be as an have were which had not",
  es: "el la de que y en los del las por con una para un su al lo como más pero sus este fue ha se dijo según",
  fr: "le la les de des et en du une un que dans pour qui sur au par est pas plus avec ce sont aux a été selon dit",
  de: "der die das und in den von zu mit dem des im für auf ist nicht sich eine ein am als auch es an werden hat sagte nach bei",
  it: "il di che la e in un del per una con della non sono da alla le dei gli nel si è ha anche più",
  pt: "o de que e do da em um para com não uma os no se na por mais as dos como mas foi ao das disse são",
  nl: "de het een en van in is dat op te zijn met voor die aan niet er om ook als maar bij door heeft zei",
  pl: "w i na z się nie do że to jest o jak po za od przez dla są tym które było oraz",
  tr: "ve bir bu da de için ile olarak olan daha çok en sonra gibi kadar dedi ise göre",
  sv: "och att det i en på som är för av med den till har de inte om ett var men från sade",
  id: "yang dan di untuk dengan pada ini dari dalam tidak akan itu juga oleh ke telah kata adalah",
};
const SETS = Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(" "))] as const);

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, "ja"],
  [/[\uac00-\ud7af]/g, "ko"],
  [/[\u4e00-\u9fff]/g, "zh"],
  [/[\u0590-\u05ff]/g, "he"],
  [/[\u0900-\u097f]/g, "hi"],
  [/[\u0980-\u09ff]/g, "bn"],
  [/[\u0b80-\u0bff]/g, "ta"],
  [/[\u0e00-\u0e7f]/g, "th"],
  [/[\u0370-\u03ff]/g, "el"],
  [/[\u10a0-\u10ff]/g, "ka"],
  [/[\u0530-\u058f]/g, "hy"],
];
const SAMPLE = 2000;
/** Letters of any script but the Latin one. */
const BEYOND_LATIN = /[\u0370-\u1dff\u3040-\ud7af]/;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function guessArabic(text: string): string {
  if (/[ٹڈڑےں]/.test(text)) return "ur";
  return count(text, /[پچژگکی]/g) > 5 ? "fa" : "ar";
}

function guessCyrillic(text: string): string {
  if (count(text, /[іїєґ]/gi) > 2) return /ў/i.test(text) ? "be" : "uk";
  if (/[ђћљњџј]/i.test(text)) return /[ѓќѕ]/i.test(text) ? "mk" : "sr";
  if (/[қғүұһәө]/i.test(text)) return "kk";
  return count(text, /ъ/gi) > 3 && count(text, /ы|э/gi) === 0 ? "bg" : "ru";
}

/** BCP 47 and how sure it is, or undefined where the text is too short to tell. */
export function guessLanguage(text: string): { readonly lang: string; readonly confidence: number } | undefined {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters < 20) return undefined;
  const other = BEYOND_LATIN.test(sample) ? guessByScript(sample, letters) : undefined;
  return other ?? guessByWords(sample);
}

function guessByScript(sample: string, letters: number): ReturnType<typeof guessLanguage> {
  if (count(sample, /[\u0600-\u06ff]/g) > letters / 2) return { lang: guessArabic(sample), confidence: 0.95 };
  if (count(sample, /[\u0400-\u04ff]/g) > letters / 2) return { lang: guessCyrillic(sample), confidence: 0.9 };
  for (const [pattern, lang] of SCRIPTS) {
    if (count(sample, pattern) > letters * (lang === "ja" ? 0.1 : 0.4)) return { lang, confidence: 0.95 };
  }
  return undefined;
}

function guessByWords(sample: string): ReturnType<typeof guessLanguage> {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = SETS.map(([language, set]) => [language, words.filter((word) => set.has(word)).length] as const);
  scores.sort((left, right) => right[1] - left[1]);
  const [best, second] = scores;
  if (best === undefined || best[1] < Math.max(2, words.length * 0.06)) return undefined;
  const lead = (best[1] - (second?.[1] ?? 0)) / best[1];
  return { lang: best[0], confidence: lead > 0.4 ? 0.95 : lead > 0.15 ? 0.8 : 0.5 };
}
