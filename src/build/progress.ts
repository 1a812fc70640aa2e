/** What a build tells whoever waits for it. */
export interface Progress {
  /** A phase begins; `total` is what it has to do, where that is known. */
  readonly phase: (name: string, total?: number) => void;
  readonly step: (done: number) => void;
  readonly note: (text: string) => void;
}

/** Tells nobody. */
export const SILENT: Progress = { phase: () => {}, step: () => {}, note: () => {} };
