/** Single lines that carry one field of an article: byline, section path, slug line, embargo, source, labels. */
import { isKnownAgency, looksLikeAgency } from "../../article/agency.ts";
import { isKnownCity } from "../../article/city.ts";
import { recogniseDateline } from "../../article/dateline.ts";

const BY =
  /^(?:(?:(?:written|reported|posted|published|story|text|words|report|reporting|analysis|opinion) )?by|von|par|por|автор(?:ы)?|текст|автор текста|подготовил[аи]?|бережно|بقلم|كتب|كتبت|تحرير|إعداد|كتب\/|di|da|door|av|af|autor(?:en|a|es)?|auteur(?:s)?|author(?:s)?|texto|texte|reporter|correspondent|корреспондент)(?:\s?[:：]\s?|\s+|\/\s?)(?=\S)/iu;
const ROLE =
  /[,،|–—-]?\s*(?:staff (?:writer|reporter)|(?:senior |chief |foreign |special |political |business |sports? |our )*(?:correspondent|reporter|editor|writer|columnist|journalist)|(?:the )?associated press|корреспондент.*|obozrevatel|обозреватель.*|correspondants?(?: à .*)?|envoyée? spéciale?.*|corresponsal.*|redacción|korrespondent(?:in)?.*|redaktion.*|مراسل.*)$/iu;
const PERSON_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{L}\p{M}'’.-]*|de|del|della|di|da|dos|van|von|der|den|la|le|el|al|bin|ibn|ben|bint|ter|ten|du|af|av|zu|y)$/u;
const AND = /\s*(?:,|،|;|&)\s*(?:and\s+|et\s+|und\s+|y\s+|и\s+)?|\s+(?:and|et|und|y|e|и|en|og|och)\s+|\s+و(?=\p{L})/u;

/** True for two to five words that each may stand in a person's name. */
export function isPersonName(text: string): boolean {
  const words = text.split(" ");
  if (words.length < 2 || words.length > 5 || text.length > 50 || /\d/.test(text)) return false;
  if (isKnownAgency(text) || isKnownCity(text)) return false;
  return words.every((word) => PERSON_WORD.test(word)) && /^[\p{Lu}\p{Lo}]/u.test(words.at(-1) ?? "");
}

function firstWord(name: string): string {
  return name.split(" ", 1)[0] ?? name;
}

function readNames(text: string): readonly string[] | undefined {
  const names: string[] = [];
  for (const part of text.replace(ROLE, "").split(AND)) {
    const name = part
      .replace(ROLE, "")
      .replace(/\s*[([].*$/u, "")
      .replace(/\s+(?:in|à|en|aus|из|в)\s+\p{Lu}.*$/u, "")
      .replace(/\s*[.:|]+$/u, "")
      .trim();
    if (name === "" || isKnownAgency(name) || isKnownCity(name)) continue;
    if (names.length > 0 && looksLikeAgency(name)) continue;
    if (
      /^(?:[^\p{Script=Latin}]+|Reuters|Sputnik|Xinhua|Bloomberg|AFP|AP|TASS)$/u.test(firstWord(name)) &&
      isKnownAgency(firstWord(name))
    )
      continue;
    if (/@/.test(name)) continue;
    if (!isPersonName(name) && !/^[\p{Lu}\p{Lo}][\p{L}\p{M}'’ .-]{1,40}$/u.test(name)) return undefined;
    names.push(name);
  }
  return names.length === 0 ? undefined : names;
}

/** The names in `By Marisol Vey and Anton Keel, Harbour Press`; undefined where the line is no byline. */
export function readByline(text: string): readonly string[] | undefined {
  if (text.length > 160) return undefined;
  const found = BY.exec(text);
  if (found === null) return undefined;
  const rest = text.slice(found[0].length).replace(/\s*[|•·/]\s*.*$|\s+[—–-]\s+\p{Lu}.*$/u, "");
  if (/[.!?]$/.test(rest) && rest.split(" ").length > 6) return undefined;
  if (!/[:：/]/.test(found[0]) && !/^(?:\p{Lu}|\p{Lo})/u.test(rest)) return undefined;
  return readNames(rest);
}

/** `Marisol Vey in Port Amber`: where it was written. */
const WRITTEN_IN =
  /(?<=\p{L}\s+\p{Lu}[\p{L}\p{M}.'’-]+)\s+(?:in|aus|à|en|em|из|в)\s+\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+\p{Lu}[\p{L}\p{M}.'’-]*){0,2}$/u;

/** `Marisol Vey`, `Marisol Vey, Harbour Press`, `Marisol Vey | Harbour Press`: a byline without its word, where a person's name stands first. */
export function readBareByline(text: string): readonly string[] | undefined {
  if (text.length > 100 || /[.!?:]$/u.test(text)) return undefined;
  // Where letters have no case, any two words could be a name.
  if (/^\p{Lo}/u.test(text)) return undefined;
  const head = (text.split(/\s*[|•·/]\s*/u)[0] ?? "").replace(WRITTEN_IN, "");
  const [first = "", ...others] = head.split(AND);
  if (!isPersonName(first.trim()) || (first === first.toUpperCase() && first !== first.toLowerCase())) return undefined;
  if (!others.every((other) => isPersonName(other.trim()) || isKnownAgency(other.trim()) || ROLE.test(other)))
    return undefined;
  return readNames(head);
}

const LABELS: readonly (readonly [Label, RegExp])[] = [
  [
    "title",
    /^(?:title|headline|head|subject|betreff|objet|asunto|заголовок|العنوان|عنوان|título|titular|titre|titel|schlagzeile|überschrift)\s?[:：]\s*/iu,
  ],
  [
    "standfirst",
    /^(?:standfirst|summary|subhead(?:line)?|deck|abstract|лид|анонс|الملخص|ملخص|resumen|entradilla|chapô|chapeau|résumé|vorspann|teaser|unterzeile)\s?[:：]\s*/iu,
  ],
  ["kicker", /^(?:kicker|overline|dachzeile|surtitre|antetítulo|надзаголовок)\s?[:：]\s*/iu],
  ["byline", /^(?:byline|author(?:s)?|autor(?:en|a|es)?|auteur(?:s)?|автор(?:ы)?|الكاتب)\s?[:：]\s*/iu],
  [
    "date",
    /^(?:date|published|publication date|дата|опубликовано|التاريخ|تاريخ النشر|fecha|publicado|datum|veröffentlicht)\s?[:：]\s*/iu,
  ],
  ["dateline", /^(?:dateline|place|location|город|lieu|lugar|ort)\s?[:：]\s*/iu],
  ["section", /^(?:section|category|desk|rubric|рубрика|раздел|القسم|sección|rubrique|ressort|rubrik)\s?[:：]\s*/iu],
  ["body", /^(?:body|text|story|article|текст|النص|texto|cuerpo|texte|corps)\s?[:：]\s*/iu],
  ["source", /^(?:source|источник|المصدر|fuente|quelle)\s?[:：]\s*/iu],
  ["slug", /^(?:slug|keyword|slugline)\s?[:：]\s*/iu],
];

export type Label =
  "title" | "standfirst" | "kicker" | "byline" | "date" | "dateline" | "section" | "body" | "source" | "slug";

/** `Headline: Harbour reopens` -> its label and value. */
export function readLabel(text: string): { readonly label: Label; readonly value: string } | undefined {
  for (const [label, pattern] of LABELS) {
    const found = pattern.exec(text);
    if (found !== null) return { label, value: text.slice(found[0].length).trim() };
  }
  return undefined;
}

const CRUMB = /\s[>/\\|]\s|\s*[»›→]\s*/u;
const HOME =
  /^(?:home|homepage|главная|الرئيسية|inicio|portada|accueil|startseite|start|news|новости|أخبار|noticias|actualités|nachrichten)$/iu;

/** The last step of `Home > World > Europe`; undefined where the line is no path of sections. */
export function readSectionPath(text: string): string | undefined {
  if (text.length > 90 || /[.!?]$|</.test(text)) return undefined;
  const steps = text.split(CRUMB).filter((step) => step !== "");
  if (steps.length < 2 || steps.some((step) => step.length > 28 || step.split(" ").length > 3)) return undefined;
  if (!HOME.test(steps[0] ?? "") && !/\s[>»›→]\s/u.test(text)) return undefined;
  return steps.at(-1);
}

/** `BC-HARBOUR-REOPENS`, `^HARBOUR-STORM/`, `AM-Harbour, 1st Ld`: a wire's own name for the story. */
export function isSlugLine(text: string): boolean {
  return /^[\^&]?(?:BC|AM|PM|URGENT|HFR|AP)-[A-Z][\w/,. -]{2,60}$/.test(text) && !/\s\w+\s\w+\s\w+\s\w+\s/.test(text);
}

const EMBARGO =
  /^[\s*([-]*(?:strictly )?(?:embargo(?:ed)?(?: until| till| to)?|under embargo(?: until)?|not for (?:release|publication) before|hold for release(?: until)?|for release (?:at|on|after)|эмбарго до|не публиковать до|محظور النشر (?:حتى|قبل)|embargado hasta|sous embargo jusqu['’]au|embargo jusqu['’]au|sperrfrist(?: bis)?|gesperrt bis)\s?[:：]?\s*/iu;

/** What follows the words of an embargo line, or undefined. */
export function readEmbargo(text: string): string | undefined {
  if (text.length > 140) return undefined;
  const found = EMBARGO.exec(text);
  return found === null ? undefined : text.slice(found[0].length).replace(/[\s*)\]-]+$/u, "");
}

/** A web address that stands alone in its line, with or without a label. */
export function readAddress(text: string): string | undefined {
  return /^(?:(?:url|link|source|original|read (?:the )?original|источник|ссылка|fuente|quelle)\s?[:：]?\s*)?<?(https?:\/\/[^\s<>"]{4,1000})>?$/iu.exec(
    text,
  )?.[1];
}

const KICKER_WORDS =
  /^(?:exclusive|breaking|breaking news|analysis|opinion|comment|editorial|explainer|interview|feature|profile|obituary|review|live|update|urgent|special report|investigation|fact check|world|business|politics|economy|sports?|culture|science|health|technology|tech|europe|asia|africa|middle east|americas|national|local|local news|society|markets|weather|travel|в мире|мир|политика|экономика|общество|спорт|культура|наука|происшествия|эксклюзив|срочно|мнение|интервью|عاجل|العالم|سياسة|اقتصاد|رياضة|ثقافة|تقرير|حصري|تحليل|mundo|política|economía|internacional|deportes|cultura|sociedad|opinión|última hora|entrevista|monde|politique|économie|société|sport|culture|international|exclusif|analyse|reportage|entretien|welt|politik|wirtschaft|gesellschaft|kultur|ausland|inland|meinung|kommentar|hintergrund|eilmeldung|panorama|wissen|exklusiv)$/iu;

/** True for a desk's name or a label such as stands above a headline. */
export function isKickerWord(text: string): boolean {
  return KICKER_WORDS.test(text.replace(/\s?[:|]$/u, ""));
}

/** A dateline that has its line to itself: it must be closed by a sign, or hold more than a name. */
export function isLoneDateline(text: string): boolean {
  if (text.length > 120) return false;
  const dateline = recogniseDateline(text);
  if (dateline === undefined) return false;
  if (dateline.agency !== undefined || dateline.date !== undefined) return true;
  return (
    /[-–—_:]$/.test(text) &&
    (isKnownCity(dateline.place) || dateline.region !== undefined || dateline.country !== undefined)
  );
}
