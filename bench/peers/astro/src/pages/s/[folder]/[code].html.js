import { getCollection } from "astro:content";

// https://docs.astro.build/en/guides/endpoints/#static-file-endpoints
export async function getStaticPaths() {
  const posts = await getCollection("posts");
  return posts.map(({ data }) => {
    const [, folder, file] = data.short.split("/");
    return { params: { folder, code: file.replace(/\.html$/, "") }, props: { address: data.address } };
  });
}

export function GET({ props: { address } }) {
  return new Response(
    `<!DOCTYPE html><html lang="en"><head><title>${address}</title><link rel="canonical" href="https://northline.example/${address}"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/${address}"></head></html>\n`,
  );
}
