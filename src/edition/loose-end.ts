/** One thing that is no error but that an editor may want to mend, and how it is printed. */

export interface LooseEnd {
  readonly file: string;
  /** Line of the file, from 1, where it is known. */
  readonly line?: number;
  readonly key?: string;
  readonly found: string;
  readonly fault: string;
  /** What to write instead, where there is something to write. */
  readonly instead?: string;
}

/** `articles/2021/01/x.md:7 dateline: cannot be taken apart …: From our correspondent. Write …` */
export function renderLooseEnd({ file, line, key, found, fault, instead }: LooseEnd): string {
  const where = line === undefined ? file : `${file}:${line}`;
  const what = key === undefined ? fault : `${key}: ${fault}`;
  const shown = found.length > 80 ? `${found.slice(0, 79)}…` : found;
  return `${where} ${what}: ${shown}${instead === undefined ? "" : `. ${instead}`}`;
}
