/** What the reader's device remembers; nothing where storage is refused. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`dateline:${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text, or forgets it where undefined. */
export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`dateline:${key}`);
    else localStorage.setItem(`dateline:${key}`, value);
  } catch {
    // Storage is a convenience: a reader who refuses it loses nothing but the memory.
  }
}
