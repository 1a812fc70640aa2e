import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

// https://docs.astro.build/en/reference/configuration-reference/
export default defineConfig({
  site: "https://northline.example",
  output: "static",
  build: { format: "file" },
  cacheDir: "./cache",
  // A short link leads to its article, which the sitemap names.
  integrations: [sitemap({ filter: (page) => !page.startsWith("https://northline.example/s/") })],
  devToolbar: { enabled: false },
});
