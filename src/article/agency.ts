/** News agencies and the manner in which each prints its datelines. A name that is not here is printed in brackets. */
import { nameKey, nameKeys } from "./printed-name.ts";

/**
 * `brackets` KYIV, Dec 24 (Reuters) · `slashes` MOSCOW, January 15. /TASS/ · `dash` МОСКВА, 15 янв — РИА Новости ·
 * `stops` MOSCOW. Jan 15 (Interfax) · `comma` Riyadh, January 15, SPA · `first` (ANSA) - ROMA, 15 GEN ·
 * `wire` NEW YORK--(BUSINESS WIRE) · `chinese` 新华社北京1月15日电 · `square` [東京 15日 ロイター] ·
 * `lenticular` 【北京共同】 · `korean` (서울=연합뉴스)
 */
export type AgencyStyle =
  | "brackets"
  | "slashes"
  | "dash"
  | "stops"
  | "comma"
  | "first"
  | "wire"
  | "chinese"
  | "square"
  | "lenticular"
  | "korean";

const STYLED: readonly (readonly [AgencyStyle, string])[] = [
  [
    "slashes",
    "TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС|PRNewswire|PR Newswire|CNW|PRNewswire-AsiaNet|CNW Telbec|news aktuell|Xinhua-AsiaNet",
  ],
  ["dash", "РИА Новости|Россия сегодня|سبوتنيك|РАПСИ|Прайм"],
  ["stops", "Interfax|Интерфакс|INTERFAX.RU|Interfax-Ukraine|Интерфакс-Украина|Интерфакс-АВН|Interfax-AVN|Росбалт"],
  ["comma", "SPA|SANA|IRNA|Saba|SABA|NINA"],
  ["first", "ANSA|AGI|LaPresse|Adnkronos|askanews|Radiocor|9Colonne|Agenzia Nova|Dire"],
  ["wire", "BUSINESS WIRE|Business Wire"],
  ["chinese", "新华社|新華社|中新社|中新网|中央社|路透社|法新社|美联社|人民网|央视网|中通社"],
  ["square", "ロイター"],
  ["lenticular", "共同|時事|AFP時事|AFP=時事|CNN.co.jp"],
  ["korean", "연합뉴스|뉴시스|뉴스1|연합"],
];

const BRACKETED =
  "Reuters|Reuter|Thomson Reuters|Reuters Breakingviews|Reuters Life!|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|AFX|AFX News|" +
  "Sputnik|Sputnik News|RIA Novosti|Novosti|Prime-TASS|Xinhua|China Daily|Global Times|ECNS|CNS|UPI|INS|CNN|CNN Business|CNN Newsource|BBC|BBC News|Sky News|ITV|dpa|dpa-AFX|ddp|dapd|epd|KNA|SID|sid|" +
  "Reuters/dpa|EFE|EUROPA PRESS|Europa Press|EP|Colpisa|Servimedia|ACN|OTR/PRESS|DPA|Notimex|Prensa Latina|PL|Télam|Telam|NA|ABI|Andina|Colprensa|AVN|ACN-Cuba|" +
  "Kyodo|Kyodo News|Jiji|Jiji Press|Yonhap|Newsis|KCNA|CNA|Central News Agency|Focus Taiwan|PTI|ANI|IANS|UNI|BNO|PIB|HT|TNN|ENS|APP|INP|NNI|BSS|UNB|RSS|Lanka Puvath|Bernama|BERNAMA|" +
  "ANTARA|Antara|VNA|VNS|PNA|PIA|TNA|AKP|KPL|MNA|Myanmar News Agency|AAP|NZPA|RNZ|PACNEWS|CP|Canadian Press|The Canadian Press|La Presse Canadienne|PA|PA Media|" +
  "Press Association|PressGazette|ANP|Belga|BELGA|NTB|TT|Ritzau|STT|FNB|BNS|LETA|ELTA|ETA|PAP|CTK|ČTK|TASR|SITA|MTI|BTA|Agerpres|AGERPRES|Mediafax|Tanjug|Beta|Hina|HINA|STA|SRNA|FENA|MINA|MIA|" +
  "ATA|KosovaPress|ANA-MPA|AMNA|ANA|ΑΠΕ-ΜΠΕ|ΑΠΕ|CNA/KYPE|ΚΥΠΕ|AA|Anadolu|Anadolu Agency|DHA|İHA|IHA|ISNA|Mehr|Fars|FNA|Tasnim|Iran Press|NNA|Petra|PETRA|KUNA|WAM|BNA|QNA|ONA|MENA|MAP|APS|TAP|LANA|" +
  "WAFA|Wafa|Ma'an|SUNA|ENA|ANGOP|Angop|AIM|APA|APAnews|APO|SAPA|NAN|GNA|SLENA|PANA|PanaPress|ADI|KBC|ZIANA|New Ziana|AzerTac|AZERTAC|Trend|Turan|Report|Armenpress|ARMENPRESS|Arminfo|Kazinform|KAZINFORM|" +
  "Kabar|AKIpress|Khovar|UzA|BelTA|БелТА|БЕЛТА|Ukrinform|UKRINFORM|Укринформ|Укрінформ|UNIAN|УНИАН|УНІАН|УНН|RBC|РБК|REGNUM|Рейтер|AGN|AGERPRES|Lusa|LUSA|Agência Brasil|Estadão|Folhapress|ANDA|" +
  "Bloomberg|Bloomberg News|Dow Jones|Dow Jones Newswires|MarketWatch|NBC|NBC News|CBS|CBS News|CBSNews|ABC|ABC News|FOX|Fox News|FOX News|NPR|VOA|RFE/RL|RFA|RFI|DW|RT|RNS|JTA|TNS|KHN|MCT|KRT|" +
  "NYT|New York Times|The New York Times|Washington Post|The Washington Post|LAT|Los Angeles Times|Cox|Gannett|Scripps|States Newsroom|Stateline|CalMatters|Capitol News Illinois|" +
  "GLOBE NEWSWIRE|Globe Newswire|ACCESSWIRE|Marketwired|MARKETWIRE|Newsfile|Newsfile Corp.|EQS|EIN Presswire|SEND2PRESS NEWSWIRE|CNA Newswire|CNW Group|Al Jazeera|Arab News|Catholic News Service|OSV News|" +
  "CNA/EWTN News|Zenit|ZENIT|Fides|Agenzia Fides|SIR|ATS|Keystone-ATS|Keystone-SDA|SDA|sda|AWP|apa|APA-OTS|ots|Diario|Le Monde|ENEX|Eurovision|INFOSURHOY|IPS|Inter Press Service|IRIN|Infosurhoy|Pajhwok|Pajhwok Afghan News|AIP|TOLOnews|" +
  "رويترز|أ ف ب|أ.ف.ب|أف ب|ا ف ب|فرانس برس|شينخوا|د ب أ|د.ب.أ|أ ب|أ.ب|أسوشيتد برس|قنا|وام|واس|كونا|بترا|سانا|أ ش أ|أ.ش.أ|الأناضول|وفا|واج|وات|بنا|وكالات|معا|العمانية|إرنا|تسنيم|د ب ا|" +
  'भाषा|एएनआई|आईएएनएस|वार्ता|پ ٹی آئی|اے پی پی|ایرنا|ایسنا|תס"פ|新华|共同社';

const STYLES: ReadonlyMap<string, AgencyStyle> = new Map(
  STYLED.flatMap(([style, names]) => names.split("|").map((name) => [nameKey(name), style] as const)),
);
const BY_STYLE: ReadonlyMap<AgencyStyle, readonly string[]> = new Map(
  STYLED.map(([style, names]) => [style, names.split("|")] as const),
);
const KNOWN: ReadonlySet<string> = new Set([...STYLES.keys(), ...nameKeys(BRACKETED)]);

/** Every agency whose datelines stand in a manner of their own, as printed. */
export function agenciesOf(style: AgencyStyle): readonly string[] {
  return BY_STYLE.get(style) ?? [];
}

/** How the agency prints; two agencies together (`dpa/AFP`) print as the first does. */
export function agencyStyle(agency: string): AgencyStyle {
  const own = STYLES.get(nameKey(agency));
  if (own !== undefined) return own;
  return STYLES.get(nameKey(agency.split("/")[0] ?? "")) ?? "brackets";
}

const HOUSES = new Set<string>();

/** Adds agencies that no list has, for this process: the newsroom's own, and those of its archive. An import does so before it reads. */
export function rememberAgencies(names: Iterable<string>): void {
  for (const name of names) if (nameKey(name).length > 1) HOUSES.add(nameKey(name));
}

/** True for an agency in the list, and for one followed by others or by a desk's sign: `dpa/AFP`, `dpa/lno`. */
export function isKnownAgency(printed: string): boolean {
  const key = nameKey(printed);
  if (KNOWN.has(key) || HOUSES.has(key)) return true;
  const parts = printed.split(/[/,،-]/);
  return parts.length > 1 && (KNOWN.has(nameKey(parts[0] ?? "")) || parts.every((part) => KNOWN.has(nameKey(part))));
}

const AGENCY_WORD =
  /\b(?:press|news|agency|newswire|wire|service|times|post|herald|tribune|gazette|journal|bureau|media|radio|presse|agence|agencia|agenzia|agentur|nachrichten|noticias|новости|пресс|агентство)\b|وكالة|أنباء/iu;

/** True for a name that reads like an agency's though it is not in the list: capitals, or a word such as `Press`. */
export function looksLikeAgency(printed: string): boolean {
  if (isKnownAgency(printed)) return true;
  return AGENCY_WORD.test(printed) || /^\p{Lu}[\p{Lu}\p{N}&.-]{1,8}$/u.test(printed);
}
