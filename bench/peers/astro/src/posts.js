import { getCollection } from "astro:content";

/** All posts, newest first. */
export async function newestFirst() {
  const posts = await getCollection("posts");
  return posts.sort((one, other) => other.data.date.valueOf() - one.data.date.valueOf());
}

export const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** Lists in pages of 50: https://docs.astro.build/en/guides/routing/#nested-pagination */
export async function paginateBy(namesOf, paginate) {
  const groups = new Map();
  for (const post of await newestFirst()) {
    for (const name of namesOf(post.data)) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(post);
    }
  }
  return [...groups].flatMap(([name, posts]) =>
    paginate(posts, { params: { name: slugOf(name) }, props: { name }, pageSize: 50 }),
  );
}
