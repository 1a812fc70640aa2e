/** Letters of any script → Latin ones, as the language at hand is written by its own authorities where that differs from the general way. */
import anyAscii from "any-ascii";

/** By letter; `first` wins at the beginning of a word. */
interface Romanisation {
  readonly letters: Readonly<Record<string, string>>;
  readonly first?: Readonly<Record<string, string>>;
}

const ARABIC: Romanisation = { letters: { ا: "a", أ: "a", إ: "i", آ: "a", ى: "a", ة: "a", ه: "h", ئ: "y", ؤ: "w" } };

/**
 * By language: Ukraine's decree of 2010, Bulgaria's law of 2009, Belarus's instruction of 2007, Gaj's alphabet without its
 * marks for Serbian, Macedonia's own. All other letters, and all other languages, go by any-ascii.
 */
const ROMANISATIONS: Readonly<Record<string, Romanisation>> = {
  uk: {
    letters: { г: "h", ґ: "g", є: "ie", и: "y", і: "i", ї: "i", й: "i", х: "kh", щ: "shch", ю: "iu", я: "ia", ь: "" },
    first: { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" },
  },
  be: {
    letters: { г: "h", ё: "io", і: "i", й: "i", ў: "u", х: "kh", э: "e", ю: "iu", я: "ia", ь: "" },
    first: { е: "ye", ё: "yo", й: "y", ю: "yu", я: "ya" },
  },
  bg: { letters: { щ: "sht", ъ: "a", ь: "y", х: "h", й: "y", ю: "yu", я: "ya" } },
  sr: { letters: { ђ: "dj", ж: "z", ћ: "c", ч: "c", џ: "dz", ш: "s", х: "h", ц: "c" } },
  mk: { letters: { ѓ: "gj", ќ: "kj", ѕ: "dz", џ: "dj", х: "h", ц: "c" } },
  ar: ARABIC,
  fa: { letters: { ...ARABIC.letters, و: "v" } },
  ur: ARABIC,
};

const HAN = /\p{Script=Han}/u;

/** A run of lowercase letters in Latin ones, blanks between the syllables of Han characters. `lang` is a BCP 47 tag. */
export function romanise(run: string, lang: string | undefined): string {
  const { letters, first } = ROMANISATIONS[lang?.split("-", 1)[0]?.toLowerCase() ?? ""] ?? { letters: {} };
  let latin = "";
  let at = 0;
  for (const letter of run) {
    const own = (at++ === 0 ? first?.[letter] : undefined) ?? letters[letter];
    if (own !== undefined) latin += own;
    else latin += HAN.test(letter) ? ` ${anyAscii(letter)} ` : anyAscii(letter);
  }
  return latin;
}
