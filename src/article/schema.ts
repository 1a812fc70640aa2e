/**
 * The vocabulary of the article file, written once: the checks, the JSON Schema for editors' tools and the reference
 * page all come from it. Every scalar arrives as the text that the editor typed.
 */
import { z } from "zod";
import { CORRECTION_KINDS, DISCUSSION_STATES } from "./article.ts";

/** What a key's documentation says, beside its type. */
export interface KeyNotes {
  /** In the form: what it means. */
  readonly description: string;
  /** What to write, as problems say it. */
  readonly instead: string;
  readonly example: string;
}

/** Notes of each key by its path, list positions as `[]`: `corrections[].kind`. */
export const KEY_NOTES = new Map<string, KeyNotes>();

const text = () =>
  z
    .string()
    .refine((value) => value.trim() !== "", { error: "is empty" })
    .transform((value) => value.trim());
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const textOrList = () => z.union([text().transform((value) => [value]), list(text())]);
const flag = () => z.enum(["true", "false"]).transform((value) => value === "true");

const shape = {
  title: text(),
  date: text(),
  updated: text().optional(),
  dateline: z
    .union([
      text(),
      z.strictObject({
        place: text(),
        region: text().optional(),
        country: text().optional(),
        agency: text().optional(),
        date: text().optional(),
      }),
    ])
    .optional(),
  byline: textOrList().optional(),
  section: text().optional(),
  kicker: text().optional(),
  standfirst: text().optional(),
  tags: textOrList().optional(),
  series: z
    .union([
      text().transform((name) => ({ name })),
      z.strictObject({
        name: text(),
        part: z
          .string()
          .regex(/^[1-9]\d{0,3}$/)
          .transform(Number)
          .optional(),
      }),
    ])
    .optional(),
  related: list(
    z.union([text(), z.strictObject({ title: text(), url: text(), source: text().optional() })]),
  ).optional(),
  lang: text().optional(),
  translates: text().optional(),
  image: z.strictObject({ src: text(), alt: text(), caption: text().optional(), credit: text().optional() }).optional(),
  audio: z.strictObject({ src: text(), duration: text().optional(), transcript: text().optional() }).optional(),
  corrections: list(z.strictObject({ date: text(), kind: z.enum(CORRECTION_KINDS), text: text() })).optional(),
  retracted: z.strictObject({ date: text(), reason: text() }).optional(),
  embargo: text().optional(),
  expires: text().optional(),
  draft: flag().optional(),
  discussion: z.enum(DISCUSSION_STATES).optional(),
  source: z.strictObject({ name: text(), url: text().optional(), captured: text().optional() }).optional(),
  slug: text().optional(),
  short: text().optional(),
  aliases: textOrList().optional(),
  id: text().optional(),
};

/** The front matter of an article file: text in, typed values out. Dates, addresses and names are checked by `parseArticle`. */
export const frontMatterSchema = z.strictObject(shape);
export type FrontMatterValues = z.output<typeof frontMatterSchema>;

const INSTANT = "2021-01-15T15:45Z, 2021-01-15T15:45 by the newsroom's own clock, or a bare day such as 2021-01-15";
const ZONED = "2021-01-15T15:45Z, +03:00 in place of Z, or neither by the newsroom's own clock";

/** Every key of the vocabulary, in the order in which a file carries them. */
const NOTES: readonly (readonly [key: string, description: string, instead: string, example: string])[] = [
  ["title", "The headline.", "a line of text", "Harbour of Port Amber reopens after ten months"],
  [
    "date",
    "When it was first published: an instant, by the newsroom's own clock where it names no zone, or a bare day, which is midnight in the site's zone and is shown without a time. One that lies ahead holds the article back until then, and is told; `future: publish` in site.yaml shows it at once.",
    INSTANT,
    "2021-01-15T15:45Z",
  ],
  [
    "updated",
    "When its substance last changed. Not before `date`; one that lies ahead is told, and left out until then.",
    INSTANT,
    "2021-01-15T18:20Z",
  ],
  [
    "dateline",
    "Where it was filed and by whom, in your own words, or in parts: `{place: PORT AMBER, agency: Northline}`. Text is printed as you type it; what cannot be taken apart leads to no place's page, and `check` says so.",
    "`PORT AMBER (Northline)`, or place, region, country, agency and date",
    "PORT AMBER (Northline)",
  ],
  ["dateline.place", "The place, as printed.", "a place's name", "PORT AMBER"],
  ["dateline.region", "State or province, as printed.", "a region's name", "Wis."],
  ["dateline.country", "Country, as printed.", "a country's name", "Estland"],
  ["dateline.agency", "The agency, without brackets.", "an agency's name", "Northline"],
  ["dateline.date", "Day of filing, as printed.", "a day and a month", "Jan 15"],
  [
    "byline",
    "Who wrote it, one name or a list. Names known to `authors.yaml` link to their pages.",
    "a name, or a list of names",
    "Mara Ellin",
  ],
  ["section", "The desk: slug or name of a section of `sections.yaml`.", "one of the sections", "world"],
  ["kicker", "Short label above the headline.", "a word or two", "Analysis"],
  ["standfirst", "Summary below the headline.", "a sentence or two", "The first ships are expected on Monday."],
  [
    "tags",
    "People, places, organisations and topics; `topics.yaml` says which is what.",
    "a list of names",
    "[Port Amber, shipping]",
  ],
  [
    "series",
    "The series that it is a part of: its name, or its name and the number of the part. Without numbers the parts stand in order of publication.",
    "a name, or {name, part}",
    "{name: The long drought, part: 3}",
  ],
  ["series.name", "The name of the series, the same in all its parts.", "a name", "The long drought"],
  ["series.part", "Which part it is, from 1.", "a number from 1 to 9999", "3"],
  [
    "related",
    "Related headlines: a headline of the archive, the path of an article, an address, or title, url and source.",
    "a headline, `2021/01/slug`, an address, or {title, url, source}",
    "2021/01/harbour-closes",
  ],
  ["related[].title", "Headline of the linked page.", "a line of text", "The harbour, ten months on"],
  ["related[].url", "Its address.", "an http or https address", "https://example.org/harbour"],
  ["related[].source", "Who published it.", "a name", "The Example Herald"],
  ["lang", "Language, where it is not the site's.", "a BCP 47 tag that `languages` in site.yaml lists", "ar"],
  ["translates", "Path of the article of which this is a translation.", "`2021/01/slug`", "2021/01/harbour-reopens"],
  [
    "image",
    "The main picture.",
    "src and alt, and if you like caption and credit",
    "{src: 2021/harbour.jpg, alt: Two cranes over an empty quay}",
  ],
  ["image.src", "Its file below `media/`.", "a path below media/, such as 2021/harbour.jpg", "2021/harbour.jpg"],
  [
    "image.alt",
    "What it shows, for those who cannot see it.",
    "a sentence that says what the picture shows",
    "Two cranes over an empty quay",
  ],
  ["image.caption", "Line below it.", "a sentence", "The east quay on Thursday."],
  ["image.credit", "Who made it.", "a name", "Ana Bell / Northline"],
  [
    "audio",
    "The spoken version.",
    "src, and if you like duration and transcript",
    "{src: 2021/harbour.mp3, duration: 184}",
  ],
  [
    "audio.src",
    "A file below `media/`, or an address.",
    "a path below media/, or an https address",
    "2021/harbour.mp3",
  ],
  ["audio.duration", "Its length in seconds, or as minutes and seconds.", "184, or 3:04", "184"],
  [
    "audio.transcript",
    "Where its words can be read: a standing page's name, a file below `media/`, or an address.",
    "a name, path or address",
    "harbour-transcript",
  ],
  [
    "corrections",
    "Public notes of what was changed, oldest first. Never remove one.",
    "a list of date, kind and text",
    "[{date: 2021-01-16, kind: correction, text: The ferry is the Alba, not the Alma.}]",
  ],
  [
    "corrections[].date",
    "When it was made; one that lies ahead is told, and left out until then.",
    INSTANT,
    "2021-01-16",
  ],
  ["corrections[].kind", "What it is.", CORRECTION_KINDS.join(", "), "correction"],
  [
    "corrections[].text",
    "What was wrong and what is right.",
    "a sentence or two",
    "The ferry is the Alba, not the Alma.",
  ],
  [
    "retracted",
    "The page stays at its address as a notice; the text goes.",
    "date and reason",
    "{date: 2021-02-01, reason: The document proved to be forged.}",
  ],
  ["retracted.date", "When it was retracted; one that lies ahead is told, and counts at once.", INSTANT, "2021-02-01"],
  ["retracted.reason", "Why, for readers.", "a sentence", "The document proved to be forged."],
  ["embargo", "Not a trace of it anywhere before this instant.", ZONED, "2021-01-16T06:00Z"],
  ["expires", "Not a trace of it anywhere after this instant. After `date` and `embargo`.", ZONED, "2021-02-16T06:00Z"],
  ["draft", "Never built, except in the preview.", "true or false", "true"],
  ["discussion", "Readers' discussion under the article.", DISCUSSION_STATES.join(", "), "open"],
  [
    "source",
    "Where an imported article came from.",
    "name, and if you like url and captured",
    "{name: Northline wire}",
  ],
  ["source.name", "Who published it.", "a name", "Northline wire"],
  ["source.url", "Its address there.", "an http or https address", "https://example.org/wire/1"],
  ["source.captured", "When it was taken over.", INSTANT, "2021-01-15T16:00Z"],
  [
    "slug",
    "Name of its page, in place of the file's name. In any script: `addresses` in site.yaml says whether it stands in Latin letters.",
    "lowercase letters of any script, digits and hyphens, at most 60",
    "harbour-reopens",
  ],
  [
    "short",
    "Its short code, in place of the one derived from its address.",
    "seven of the characters 2-9 and a-z without i, l, o",
    "k3x9q2p",
  ],
  [
    "aliases",
    "Former addresses and short codes of its page, oldest first: each leads on to it. Feeds, discussion and short code stay those of the first address.",
    "a former address without the site's own, such as /2021/01/15/old-name.html, or a short code",
    "[/2021/01/15/harbour-to-reopen.html]",
  ],
  [
    "id",
    "What feeds and machines know the article by, whatever its address; its first address where unset.",
    "a text without blanks: an address, a `urn:`, a number of your own",
    "urn:uuid:6f1d9f2e-6f0b-5d0a-9d59-1f0e8a4f6a11",
  ],
];
for (const [key, description, instead, example] of NOTES) KEY_NOTES.set(key, { description, instead, example });

/** The keys an article file may carry at its top level, in order. */
export const FRONT_MATTER_KEYS: readonly string[] = Object.keys(shape);
