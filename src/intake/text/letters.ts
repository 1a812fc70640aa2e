/**
 * Which one-byte encoding a text is in, by its letters. Each encoding is tried with each language that was written in
 * it; a letter of the language speaks for the pair, any other sign inside a word against it.
 */
import iconv from "iconv-lite";

/** Letters beyond ASCII, the frequent ones first: they weigh more. */
const WESTERN: readonly string[] = [
  "éèàêçôîùâûëïœæÿ",
  "äüößéà",
  "óíáéñúü¿¡ºª",
  "ãçáéóêíõâúàôºª",
  "àèòùìéî",
  "äöåéšž",
  "åøæéöäó",
  "éëïóüáèê",
  "íáðéóúþæöý",
];
const CENTRAL: readonly string[] = [
  "łążęóśćźń",
  "íáěéřžýčšůúťďňó",
  "áéöőíóüúű",
  "čšžćđ",
  "îăâşţșț",
  "áíéýčžľúšťôňďäŕĺó",
];
/** Letters of Russian, Bulgarian, Ukrainian, Belarusian, Serbian, Macedonian, by frequency in Russian. */
const CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўјљњћђџѓќѕ";

const CANDIDATES: readonly { encoding: string; languages: readonly string[] }[] = [
  { encoding: "windows-1252", languages: WESTERN },
  { encoding: "iso-8859-15", languages: WESTERN },
  { encoding: "windows-1250", languages: CENTRAL },
  { encoding: "iso-8859-2", languages: CENTRAL },
  { encoding: "windows-1251", languages: [CYRILLIC] },
  { encoding: "koi8-r", languages: [CYRILLIC] },
  { encoding: "iso-8859-5", languages: [CYRILLIC] },
];

/** Quotation marks, dashes and signs that newsrooms type in every language. */
const PRINTED = new Set("“”„’‘‚«»–—…•€№§°©®™\u00a0¿¡·×±");
/** How much of the input is looked at, in bytes: enough for any article. */
const REACH = 200_000;

interface Neighbourhood {
  readonly byte: number;
  /** ASCII letters, digits and other high bytes beside it: 0 to 2. */
  readonly inWord: boolean;
  readonly count: number;
}

/** Every high byte with whether it stands inside a word, counted. */
function survey(bytes: Uint8Array): Neighbourhood[] {
  const counts = new Uint32Array(512);
  const letter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte > 0x7f;
  const end = Math.min(bytes.length, REACH);
  for (let index = 0; index < end; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const slot = byte * 2 + (letter(bytes[index - 1] ?? 0) && letter(bytes[index + 1] ?? 0) ? 1 : 0);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const found: Neighbourhood[] = [];
  for (let slot = 256; slot < 512; slot++) {
    const count = counts[slot] ?? 0;
    if (count > 0) found.push({ byte: slot >> 1, inWord: (slot & 1) === 1, count });
  }
  return found;
}

function scoreOf(survey: readonly Neighbourhood[], characters: string, letters: string): number {
  let score = 0;
  for (const { byte, inWord, count } of survey) {
    const character = characters[byte - 0x80] ?? "\ufffd";
    const lower = character.toLowerCase();
    const rank = letters.indexOf(lower);
    let worth: number;
    if (character === "\ufffd" || (character >= "\u0080" && character < "\u00a0")) worth = -8;
    else if (rank >= 0)
      worth = (1 + (letters.length - rank) / letters.length) * (character === lower ? 1 : inWord ? -0.6 : 0.5);
    else if (PRINTED.has(character)) worth = inWord ? -0.5 : 0.6;
    else if (/\p{L}/u.test(character)) worth = -1;
    else worth = inWord ? -3 : -1;
    score += worth * count;
  }
  return score;
}

/** The likeliest of the one-byte encodings; `windows-1252` where nothing speaks for another. */
export function guessLetters(bytes: Uint8Array): string {
  const found = survey(bytes);
  const high = Buffer.from(Array.from({ length: 128 }, (_, index) => index + 0x80));
  let best = { encoding: "windows-1252", score: Number.NEGATIVE_INFINITY };
  for (const { encoding, languages } of CANDIDATES) {
    const characters = iconv.decode(high, encoding);
    for (const letters of languages) {
      const score = scoreOf(found, characters, letters);
      if (score > best.score + 1e-9) best = { encoding, score };
    }
  }
  return best.encoding;
}
