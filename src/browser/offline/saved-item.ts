/** What a reader saved, and the words in which a page asks the worker for it. */

export type SavedKind = "article" | "list" | "front";

/** One thing that a reader saved: an article, or a page with all the articles that it lists. */
export interface SavedItem {
  readonly address: string;
  readonly title: string;
  readonly kind: SavedKind;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** The page itself first. */
  readonly pages: readonly string[];
  /** All files, the pages among them. */
  readonly files: readonly string[];
}

/** A page on the device. */
export interface KeptPage {
  readonly address: string;
  readonly title: string;
  readonly at: number;
}

export type Wish =
  | { readonly do: "read"; readonly address: string }
  | { readonly do: "words"; readonly address: string; readonly lang: string }
  | { readonly do: "save"; readonly address: string; readonly kind: SavedKind }
  | { readonly do: "remove"; readonly address: string }
  | { readonly do: "list" };

/** What comes back, on the port of the wish; `save` answers many times, last with `saved` or `failed`. */
export interface Reply {
  readonly words?: Readonly<Record<string, string>>;
  readonly saved?: SavedItem | undefined;
  readonly progress?: { readonly done: number; readonly total: number; readonly bytes: number };
  /** `full` where the device has no room left. */
  readonly failed?: "network" | "full";
  readonly items?: readonly SavedItem[];
  readonly pages?: readonly KeptPage[];
}
