const UNITS = [
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
] as const;

/** `1.4 MB`, in the words of a language and Latin digits; never less than 1 kB. */
export function printSize(bytes: number, lang: string): string {
  const [unit, size] = UNITS.find(([, least]) => bytes >= least) ?? UNITS[2];
  const amount = Math.max(bytes / size, 1);
  const maximumFractionDigits = amount < 10 && size > 1e3 ? 1 : 0;
  return new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits, numberingSystem: "latn" }).format(
    amount,
  );
}
