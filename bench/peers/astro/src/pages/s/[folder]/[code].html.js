import { escape, oldestFirst, SITE, texts } from "../../../posts.js";

// https://docs.astro.build/en/guides/endpoints/#static-file-endpoints
export async function getStaticPaths() {
  const posts = await oldestFirst();
  return posts.map(({ article: { short, address, title } }) => {
    const [, folder, file] = short.split("/");
    return { params: { folder, code: file.replace(/\.html$/, "") }, props: { address, title } };
  });
}

const { style, policy } = texts.short;

export function GET({ props: { address, title } }) {
  return new Response(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="refresh" content="0;url=/${address}">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>${style}</style>
<link rel="canonical" href="${SITE}${address}">
</head>
<body>
<main><h1><a href="/${address}">${escape(title)}</a></h1></main>
</body>
</html>
`);
}
