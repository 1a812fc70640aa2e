import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

// https://docs.astro.build/en/reference/configuration-reference/
export default defineConfig({
  site: "https://northline.example",
  output: "static",
  build: { format: "file" },
  cacheDir: "./cache",
  // No article holds code.
  markdown: { syntaxHighlight: false },
  // A short link leads to its article, which the sitemap names. When an article was changed, its address alone does not say.
  integrations: [
    sitemap({
      filter: (page) => !page.startsWith("https://northline.example/s/"),
      serialize: (item) => {
        const [, year, month, day] = /\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(item.url) ?? [];
        return day === undefined ? item : { ...item, lastmod: `${year}-${month}-${day}` };
      },
    }),
  ],
  devToolbar: { enabled: false },
});
