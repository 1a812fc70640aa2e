/** States and provinces as agencies print them after a town: in the AP's short forms, in full, and by postal code. */
import { nameKey, nameKeys } from "./printed-name.ts";

/** The AP forms of the states that it shortens; Alaska, Hawaii, Idaho, Iowa, Maine, Ohio, Texas and Utah are printed in full. */
const US_SHORT =
  "Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|D.C.|Del.|Fla.|Ga.|Ill.|Ind.|Kan.|Kans.|Ky.|La.|Md.|Mass.|Mich.|Minn.|Miss.|Mo.|Mont.|Neb.|Nebr.|" +
  "Nev.|N.H.|N.J.|N.M.|N. Mex.|N.Y.|N.C.|N.D.|N. Dak.|Okla.|Ore.|Oreg.|Pa.|Penn.|R.I.|S.C.|S.D.|S. Dak.|Tenn.|Tex.|Vt.|Va.|Wash.|W.Va.|" +
  "W. Va.|Wis.|Wisc.|Wyo.|P.R.|V.I.|Cal.|Id.|Ia.|Me.|O.|Haw.";
const US_FULL =
  "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|" +
  "Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|" +
  "New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|" +
  "Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico|Virgin Islands|Guam";
const US_POSTAL =
  "AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|" +
  "VA|WA|WV|WI|WY|PR|VI|GU";
const CANADA =
  "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Newfoundland and Labrador|Labrador|Nova Scotia|Northwest Territories|Nunavut|" +
  "Ontario|Prince Edward Island|Quebec|Saskatchewan|Yukon|Yukon Territory|Alta.|B.C.|Man.|N.B.|N.L.|Nfld.|N.S.|N.W.T.|Ont.|P.E.I.|Que.|Sask.|Y.T.|" +
  "ON|BC|AB|QC|SK|MB|NB|NS|NL|PE|YT|NU|NT";
const ELSEWHERE =
  "New South Wales|Queensland|South Australia|Tasmania|Victoria|Western Australia|Northern Territory|NSW|Qld.|Vic.|Tas.|WA|SA|" +
  "England|Scotland|Wales|Northern Ireland|Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana|Himachal Pradesh|" +
  "Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Punjab|Rajasthan|Sikkim|Tamil Nadu|Telangana|" +
  "Tripura|Uttar Pradesh|Uttarakhand|West Bengal|Jammu and Kashmir|Jammu & Kashmir|Ladakh|J&K|UP|MP|Bavaria|Saxony|Hesse|Brandenburg|Catalonia|" +
  "Andalusia|Galicia|Sicily|Sardinia|Tuscany|Lombardy|Brittany|Normandy|Crimea|Chechnya|Dagestan|Siberia|Kurdistan|Gaza Strip|West Bank|" +
  "Khyber Pakhtunkhwa|Balochistan|Sindh|Bayern|Sachsen|Hessen|Niedersachsen|Nordrhein-Westfalen|Thüringen|Baden-Württemberg|Cataluña|Andalucía";

const SHORT_KEYS: ReadonlySet<string> = new Set([...nameKeys(US_SHORT), ...nameKeys(CANADA)]);
const FULL_KEYS: ReadonlySet<string> = new Set([...nameKeys(US_FULL), ...nameKeys(CANADA), ...nameKeys(ELSEWHERE)]);
const POSTAL: ReadonlySet<string> = new Set(US_POSTAL.split("|"));

/** True for a state or province in any printed form: `Wis.`, `WIS`, `Texas`, `N.Y.`, `NY`, `Alberta`, `Kerala`. Postal codes must be capitals. */
export function isRegion(printed: string): boolean {
  return POSTAL.has(printed) || isShortRegion(printed) || FULL_KEYS.has(nameKey(printed));
}

/** True for a form that is never a word of a town's name: `Va.`, `D.C.`, `N.Y.`. Its stop is part of it. */
export function isShortRegion(printed: string): boolean {
  const key = nameKey(printed);
  return SHORT_KEYS.has(key) && (printed.includes(".") || key.length > 2);
}
