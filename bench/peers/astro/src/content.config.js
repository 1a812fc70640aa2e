// https://docs.astro.build/en/guides/content-collections/
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const posts = defineCollection({
  loader: glob({ pattern: "**/*.md", base: "./src/content/posts", retainBody: false }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    dateline: z.string(),
    place: z.string(),
    byline: z.string(),
    standfirst: z.string(),
    address: z.string(),
    short: z.string(),
    topics: z.array(z.string()),
    section: z.string(),
    month: z.string(),
    related: z.array(z.string()),
  }),
});

export const collections = { posts };
