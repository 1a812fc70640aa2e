/** One line without control characters, in composed letters; undefined where nothing is left. */
export function oneLine(text: string | undefined): string | undefined {
  const line = text
    ?.normalize("NFC")
    .replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd")
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
    .trim();
  return line === "" ? undefined : line;
}
