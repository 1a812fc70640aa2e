/**
 * Concepts of NewsML-G2: whatever has a `qcode` (`medtop:20000523`: alias of a scheme, colon, code), a `uri` or a
 * `literal`, and names in several languages. Catalogs that explain aliases are never fetched.
 * NewsML-G2 Guidelines, "Properties by reference": https://www.iptc.org/std/NewsML-G2/guidelines/
 */
import { defined } from "../defined.ts";
import type { WireSubject } from "../wire-item.ts";
import { readAttribute, readText, selectChildren, type XmlElement } from "../xml-element.ts";

/** `cptype:` and `cpnat:` codes of `type`; the nature of a concept says whether it is a person, a place … */
const KINDS: Readonly<Record<string, WireSubject["kind"]>> = {
  person: "person",
  organisation: "organisation",
  geoarea: "place",
  poi: "place",
  city: "place",
  country: "place",
  statprov: "place",
};

/** The code without its scheme: `stat:canceled` and `http://cv.iptc.org/newscodes/pubstatusg2/canceled` → `canceled`. */
export function codeOf(element: XmlElement | undefined): string | undefined {
  const code = readAttribute(element, "qcode") ?? readAttribute(element, "uri") ?? readAttribute(element, "literal");
  return code?.split(/[:/#]/).at(-1)?.toLowerCase();
}

/** The element of several that is in the item's language, else in none, else the first. */
export function selectLanguage(elements: readonly XmlElement[], lang: string | undefined): XmlElement | undefined {
  const tagged = (element: XmlElement) => readAttribute(element, "xml:lang")?.toLowerCase();
  const wanted = lang?.toLowerCase();
  return (
    elements.find((element) => wanted !== undefined && tagged(element) === wanted) ??
    elements.find((element) => wanted !== undefined && tagged(element)?.split("-")[0] === wanted.split("-")[0]) ??
    elements.find((element) => tagged(element) === undefined) ??
    elements[0]
  );
}

/** What a document says of its concepts: names in `assert`, by code; and the language names are wanted in. */
export interface Concepts {
  readonly lang: string | undefined;
  readonly asserted: ReadonlyMap<string, XmlElement>;
}

function identityOf(element: XmlElement): string | undefined {
  return readAttribute(element, "qcode") ?? readAttribute(element, "uri");
}

/** Reads the `assert` elements of an item: facts about concepts that its properties only refer to. */
export function readConcepts(item: XmlElement, lang: string | undefined): Concepts {
  const asserted = new Map<string, XmlElement>();
  for (const assertion of selectChildren(item, "assert")) {
    const identity = identityOf(assertion);
    if (identity !== undefined) asserted.set(identity, assertion);
  }
  return { lang, asserted };
}

/** A code that speaks for itself where no name is given: `city:Moscow` → `Moscow`, but not `geo:345678`. */
function speakingCode(element: XmlElement): string | undefined {
  const literal = readAttribute(element, "literal");
  const code = literal ?? readAttribute(element, "qcode")?.replace(/^[^:]*:/, "");
  return code !== undefined && /^\p{Lu}[\p{L} .'-]{2,}$/u.test(code)
    ? code.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    : undefined;
}

/** The name of a concept: of the property, of what the document asserts, or of a code that is a word. */
export function nameOf(element: XmlElement | undefined, concepts: Concepts): string | undefined {
  if (element === undefined) return undefined;
  const own = readText(selectLanguage(selectChildren(element, "name"), concepts.lang));
  if (own !== undefined) return own;
  const asserted = concepts.asserted.get(identityOf(element) ?? "");
  return readText(selectLanguage(selectChildren(asserted, "name"), concepts.lang)) ?? speakingCode(element);
}

/** A `subject` with its kind, code and scheme; undefined where no name is known for it. */
export function readSubject(element: XmlElement, concepts: Concepts): WireSubject | undefined {
  const name = nameOf(element, concepts);
  if (name === undefined) return undefined;
  const qcode = readAttribute(element, "qcode");
  const uri = readAttribute(element, "uri");
  const asserted = concepts.asserted.get(qcode ?? uri ?? "");
  const type = readAttribute(element, "type") ?? readAttribute(selectChildren(asserted, "type")[0], "qcode") ?? "";
  const kind = KINDS[type.split(/[:/#]/).at(-1)?.toLowerCase() ?? ""] ?? "topic";
  return {
    name,
    kind,
    ...defined({ code: qcode ?? uri, scheme: qcode?.split(":")[0] ?? uri?.replace(/[/#][^/#]*$/, "") }),
  };
}
