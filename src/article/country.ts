/** Names of countries as newspapers print them in many languages, from the CLDR, with those that it lacks or no longer has. */
import { nameKey, nameKeys } from "./printed-name.ts";

const LANGUAGES = ["en", "ru", "ar", "es", "fr", "de", "it", "pt", "tr", "uk", "pl", "nl", "hi", "fa", "el", "he"];
const EUROPE_AND_OTHERS =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ " +
  "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT " +
  "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MT MU MV MW MX MY MZ NA NC NE NG " +
  "NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM " +
  "TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WS XK YE ZA ZM ZW";
const OTHERS =
  "West Germany|East Germany|Soviet Union|U.S.S.R.|USSR|Czechoslovakia|Yugoslavia|Zaire|Burma|Ceylon|Rhodesia|Upper Volta|Swaziland|Macedonia|Turkey|" +
  "Ivory Coast|Cape Verde|Czech Republic|Holland|Great Britain|Britain|UK|U.K.|United Kingdom|USA|U.S.A.|U.S.|United States|UAE|U.A.E.|" +
  "United Arab Emirates|Bosnia|Bosnia-Herzegovina|Congo|DR Congo|Democratic Republic of the Congo|Republic of Congo|Palestine|Palestinian Territories|" +
  "Hong Kong|Macau|Macao|Myanmar|East Timor|Kosovo|Vatican|Korea|Republic of Ireland|South Yemen|North Yemen|Gambia|Bahamas|Trinidad|Tobago|" +
  "Trinidad and Tobago|St. Lucia|Antigua|Somaliland|Abkhazia|South Ossetia|Transnistria|Netherlands Antilles|Persia|Siam|Northern Cyprus|СССР|" +
  "США|Великобритания|ОАЭ|ФРГ|ГДР|Белоруссия|Кыргызстан|Кыргызская Республика|Қазақстан|Молдавия|Туркмения|الولايات المتحدة|الإمارات|EE.UU.|Estados Unidos|Reino Unido|États-Unis|Etats-Unis|RDC|RD Congo|" +
  "Royaume-Uni|Vereinigte Staaten|Großbritannien|Russland|BRD|DDR|Weißrussland";

let keys: ReadonlySet<string> | undefined;

function countryKeys(): ReadonlySet<string> {
  if (keys !== undefined) return keys;
  const names = new Set(nameKeys(OTHERS));
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of EUROPE_AND_OTHERS.split(" ")) {
      const name = display.of(code);
      if (name !== undefined) names.add(nameKey(name));
    }
  }
  keys = names;
  return names;
}

/** True for the name of a country, present or past, in any case: `Ukraine`, `WEST GERMANY`, `Украина`, `Barbados`. */
export function isCountry(printed: string): boolean {
  return countryKeys().has(nameKey(printed));
}
