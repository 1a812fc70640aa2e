/** A saved page with a kind of witness taken away: how a reader does on pages that tell less shows how it does on unseen ones. */

const TAG = /<[a-z][^\s/>]*(?:\s+(?:[^\s"'>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|["']))*\s*\/?>/gi;

function withoutAttributes(markup: string, names: RegExp): string {
  return markup.replace(TAG, (tag) =>
    tag.replace(/\s+([^\s"'>=]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/g, (whole, name: string) =>
      names.test(name) ? "" : whole,
    ),
  );
}

function withoutMetas(markup: string, names: RegExp): string {
  return markup.replace(/<meta\b[^>]*>/gi, (tag) => {
    const name = /\s(?:property|name|itemprop)\s*=\s*["']?([^\s"'>]+)/i.exec(tag)?.[1];
    return name !== undefined && names.test(name) ? "" : tag;
  });
}

/** By what is taken away. */
export const POORER: Readonly<Record<string, (markup: string) => string>> = {
  data: (markup) => markup.replace(/<script\b[^>]*ld\+json[^>]*>[\s\S]*?<\/script>/gi, ""),
  graph: (markup) => withoutMetas(markup, /^(?:og|article|twitter|fb):/i),
  meta: (markup) => withoutMetas(markup, /./),
  microdata: (markup) => withoutAttributes(markup, /^(?:itemprop|itemscope|itemtype|rel)$/i),
  names: (markup) => withoutAttributes(markup, /^(?:class|id|data-.*)$/i),
};
