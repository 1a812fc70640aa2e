/** Answers a request for a range of bytes from a whole file, as RFC 9110, section 14 says: players of sound ask so. */
export async function answerRange(header: string | null, whole: Response): Promise<Response> {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return whole;
  const body = await whole.blob();
  const start = first === "" ? Math.max(0, body.size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? body.size - 1 : Math.min(Number(last), body.size - 1);
  if (start > end) return new Response(null, { status: 416, headers: { "content-range": `bytes */${body.size}` } });
  return new Response(body.slice(start, end + 1), {
    status: 206,
    headers: {
      "content-type": whole.headers.get("content-type") ?? "application/octet-stream",
      "content-range": `bytes ${start}-${end}/${body.size}`,
      "content-length": String(end - start + 1),
      "accept-ranges": "bytes",
    },
  });
}
