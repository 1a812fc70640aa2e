/** A newsroom's own look: the tokens that it gives in `site.yaml`, and the stylesheets in its `src/styles/`. */

/** Colours, `#rrggbb`. */
export interface Colours {
  readonly paper?: string;
  readonly ink?: string;
  /** Of what is said beside the text. */
  readonly soft?: string;
  /** Of hairlines. */
  readonly hair?: string;
  /** Of the dateline, of links under the pointer. */
  readonly accent?: string;
}

/** `tokens` in `site.yaml`: what it does not give is the house's. */
export interface Tokens extends Colours {
  readonly dark?: Colours;
  /** Families for text and headlines, as CSS writes them. */
  readonly serif?: string;
  /** Families for labels. */
  readonly sans?: string;
  /** How wide a column of text is, as CSS writes lengths. */
  readonly measure?: string;
}

/** One file of `src/styles/`. Named like one of the house's, it is on the pages that have that one; else on every page. */
export interface OwnSheet {
  /** Without `.css`. */
  readonly name: string;
  readonly text: string;
}

export interface Look {
  /** True where the publisher's logo stands in the masthead. */
  readonly logo: boolean;
  readonly tokens: Tokens | undefined;
  readonly sheets: readonly OwnSheet[];
}

const PROPERTIES = {
  paper: "--paper",
  ink: "--ink",
  soft: "--soft",
  hair: "--hair",
  accent: "--red",
  serif: "--latin",
  sans: "--sans",
  measure: "--measure",
} as const;

function renderBlock(tokens: Tokens): string {
  return Object.entries(PROPERTIES)
    .flatMap(([name, property]) => {
      const value = tokens[name as keyof typeof PROPERTIES];
      return value === undefined ? [] : [`${property}:${value}`];
    })
    .join(";");
}

/** The rules that put the newsroom's tokens over the house's. */
export function renderTokens(tokens: Tokens | undefined): string {
  if (tokens === undefined) return "";
  const light = renderBlock(tokens);
  const dark = renderBlock(tokens.dark ?? {});
  return [
    light === "" ? "" : `:root{${light}}`,
    dark === ""
      ? ""
      : `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${dark}}}@media screen{:root[data-theme="dark"]{${dark}}}`,
  ].join("");
}
