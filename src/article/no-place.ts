/** Words that open a paragraph in capitals or before a colon and are no place: labels, greetings, slugs, bodies known by their initials. */
import { isWeekday, monthNumber } from "./month.ts";
import { nameKey, nameKeys } from "./printed-name.ts";

/** A dateline never begins with one of these, whatever follows. */
const OPENERS = nameKeys(
  "dear|breaking|update|updated|updates|urgent|flash|alert|bulletin|exclusive|analysis|opinion|comment|editorial|editors|editor|correction|corrected|corrects|clarification|refile|refiled|refiles|" +
    "rpt|repeat|repeats|recasts|adds|wrapup|factbox|timeline|explainer|interview|insight|focus|feature|special|preview|highlights|column|commentary|" +
    "breakingviews|poll|table|text|graphic|diary|advisory|snapshot|newsmaker|profile|obituary|review|video|videos|watch|listen|audio|photo|photos|pictures|picture|gallery|live|" +
    "read|more|related|see|also|note|notes|warning|spoiler|attention|question|answer|reporter|caption|credit|source|sources|by|from|today|tomorrow|yesterday|tonight|" +
    "this|that|these|those|here|there|what|when|where|why|how|who|which|if|but|or|so|yet|for|with|without|after|before|as|because|while|just|only|now|then|" +
    "he|she|it|we|they|you|i|my|our|your|his|her|its|their|a|an|in|at|of|to|no|yes|not|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|" +
    "published|posted|filed|last|latest|top|key|fact|facts|editors note|media|contact|contacts|press|news|report|reports|release|world|business|sports|sport|politics|markets|stocks|" +
    "technology|health|science|culture|travel|lifestyle|weather|money|economy|entertainment|sponsored|advertisement|ad|promoted|transcript|summary|background|context|tip|tips|pros|cons|date|time|location|" +
    "place|name|age|occupation|price|total|net|shr|revs|oper|sales|final|result|results|score|scores|standings|" +
    "срочно|молния|обновлено|эксклюзив|фото|видео|интервью|мнение|читайте|источник|дополнено|внимание|" +
    "عاجل|تحديث|فيديو|صور|تحليل|تقرير|خاص|حصري|اقرأ|مقابلة|" +
    "última|ultima|urgente|actualización|actualizacion|vídeo|opinión|entrevista|análisis|exclusiva|foto|fotos|directo|en directo|" +
    "dernière|alerte|mise|analyse|entretien|exclusif|vidéo|en direct|direct|eilmeldung|aktualisiert|meinung|kommentar|bericht|hintergrund|liveticker|zusammenfassung|korrektur|überblick",
);

/** Bodies and things known by capitals that may stand before a dash: `NASA — the agency — said`. */
const INITIALS = nameKeys(
  "NASA|NATO|UN|U.N.|EU|E.U.|US|U.S.|USA|UK|U.K.|UAE|FBI|CIA|NSA|DHS|FEMA|IRS|EPA|FDA|CDC|WHO|IMF|WTO|OPEC|OECD|UNESCO|UNICEF|UNHCR|IAEA|ICC|ICRC|IOC|FIFA|UEFA|NBA|NFL|NHL|MLB|" +
    "NCAA|NASCAR|GOP|DNC|RNC|ACLU|NAACP|BBC|CNN|NBC|CBS|ABC|PBS|NPR|IBM|GM|GE|BMW|SAP|BP|AIDS|HIV|COVID|COVID-19|DNA|GDP|CEO|CFO|FAQ|Q&A|TV|AI|IT|PR|HR|OK|PS|P.S.|NB|N.B.|FYI|DIY|AM|PM|" +
    "ASEAN|APEC|BRICS|SADC|ECOWAS|OSCE|OPCW|KGB|FSB|PLO|IRA|ETA|FARC|ISIS|ISIL|IS|SEC|FCC|FTC|DOJ|DEA|ATF|TSA|NTSB|FAA|USDA|HUD|NIH|NOAA|ECB|ICBM|СССР|США|ЕС|ООН|НАТО|МВД|ФСБ|МЧС|МИД|ЦБ|ФРС|ВОЗ|МВФ",
);

/** True where the words cannot be a dateline's place. */
export function isNoPlace(place: string): boolean {
  const key = nameKey(place);
  if (key.length < 2 || INITIALS.has(key) || OPENERS.has(key)) return true;
  const first = key.split(" ", 1)[0] ?? key;
  if (OPENERS.has(first) && key !== first) return !PLACE_OPENERS.test(key);
  return monthNumber(place) !== undefined || isWeekday(place);
}

/** `IN SEOUL`, `AT SEA`, `TEN MILE`, `AUDIO…` no; but these openers do begin places. */
const PLACE_OPENERS = /^(?:at sea|at the |off the |one |two |three |seven |world |second )/;
