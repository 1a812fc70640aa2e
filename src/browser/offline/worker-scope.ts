/** The parts of a service worker's global scope that this one uses; TypeScript's browser library describes windows only. */
export interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: LastingEvent & MessageEvent<unknown>) => void): void;
  /** Written before the bundle by the build. */
  readonly dateline: WorkerSettings;
}

export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends LastingEvent {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

/** What the build tells the worker. Addresses are relative to the site's root. */
export interface WorkerSettings {
  /** Changes with the content of the shell. */
  readonly version: string;
  readonly shell: readonly string[];
  /** Folders of languages other than the first: `ar`. */
  readonly folders: readonly string[];
  /** Words of the control by language, by their keys without `library.`. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Bytes that pages kept without being asked for may take. */
  readonly limit: number;
}
