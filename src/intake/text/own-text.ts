/** The same text in memory of its own: what is cut out of a large text otherwise keeps all of that text alive. */
export function ownText(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
