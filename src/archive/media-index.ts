/** The files below `media/` that the edition uses, with what pages must know of them. Measured once for each size and time. */
import { join, relative } from "node:path";
import type { Problem } from "../article/problem.ts";
import { type AudioFacts, measureAudio } from "../media/audio.ts";
import { MediaError } from "../media/media-error.ts";
import { measureFile } from "../media/media-file.ts";
import { type MediaKind, natureOfFile, PICTURE_ADVICE } from "../media/media-kind.ts";
import { measurePicture, type PictureFacts } from "../media/pictures.ts";
import type { ContentFile } from "./file-list.ts";
import { mediaNamesOf } from "./media-names.ts";
import { keyOf } from "./key.ts";

type Facts = { readonly picture: PictureFacts } | { readonly sound: AudioFacts } | { readonly attachment: Attachment };

/** A file that is neither picture nor sound and is published as it is. */
export interface Attachment {
  readonly hash: string;
  readonly kind: Exclude<MediaKind, "picture" | "sound">;
  readonly bytes: number;
}

/** What is remembered of a file between builds; JSON. */
export interface Measured {
  readonly size: number;
  readonly modifiedAt: number;
  readonly stamp: number;
  readonly facts: Facts;
}

export class MediaIndex {
  readonly pictures = new Map<string, PictureFacts>();
  readonly sounds = new Map<string, AudioFacts>();
  readonly attachments = new Map<string, Attachment>();
  /** Paths below `media/` of all of them. */
  readonly names: ReadonlySet<string>;
  /** For the next build. */
  readonly measured: Readonly<Record<string, Measured>>;
  readonly #keys = new Map<string, number>();

  constructor(measured: Readonly<Record<string, Measured>>) {
    this.measured = measured;
    this.names = new Set(Object.keys(measured));
    for (const [src, { facts }] of Object.entries(measured)) {
      if ("picture" in facts) this.pictures.set(src, facts.picture);
      else if ("sound" in facts) this.sounds.set(src, facts.sound);
      else this.attachments.set(src, facts.attachment);
    }
  }

  /** The name of the file that an editor means by a path, as `MediaNames` finds it. */
  find(written: string): string | undefined {
    return mediaNamesOf(this.names).find(written);
  }

  /** A key of what pages print of a file; 0 for one that is not on the shelf. */
  keyOf(src: string): number {
    let key = this.#keys.get(src);
    if (key === undefined) {
      const known = this.measured[src];
      key = known === undefined ? 0 : keyOf(JSON.stringify(known.facts));
      this.#keys.set(src, key);
    }
    return key;
  }
}

function isSameFile(one: Measured, other: ContentFile): boolean {
  return one.size === other.size && one.modifiedAt === other.modifiedAt && one.stamp === other.stamp;
}

/** What is wrong with a file, as editors are told of it. */
export function problemOfMedia({ file, found, advice }: MediaError, content: string): Problem {
  return {
    file: relative(content, file).replaceAll("\\", "/"),
    fault: found,
    instead: `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`,
  };
}

function measure(path: string): Facts {
  const { kind, name } = natureOfFile(path);
  if (kind === "picture") return { picture: measurePicture(path) };
  if (kind === "sound") return { sound: measureAudio(path) };
  if (kind === undefined)
    throw new MediaError(
      path,
      `it is ${name === "empty" ? name : `of a kind that is not published (${name})`}`,
      `${PICTURE_ADVICE}, a sound as MP3 or Ogg, anything else as PDF, text or table`,
    );
  return { attachment: { ...measureFile(path), kind } };
}

/** Measures the wanted files that changed since the last build; a wanted file that is not there or cannot be read is a problem. */
export function fillMediaIndex(
  wanted: Iterable<string>,
  files: Iterable<ContentFile>,
  content: string,
  before: Readonly<Record<string, Measured>>,
): { readonly shelf: MediaIndex; readonly problems: readonly Problem[] } {
  const present = new Map(Array.from(files, (file) => [file.path.slice("media/".length), file]));
  const measured: Record<string, Measured> = {};
  const problems: Problem[] = [];
  for (const src of [...wanted].sort()) {
    const file = present.get(src);
    if (file === undefined) continue;
    const known = before[src];
    if (known !== undefined && isSameFile(known, file)) {
      measured[src] = known;
      continue;
    }
    try {
      const { size, modifiedAt, stamp } = file;
      measured[src] = { size, modifiedAt, stamp, facts: measure(join(content, "media", src)) };
    } catch (error) {
      if (!(error instanceof MediaError)) throw error;
      problems.push(problemOfMedia(error, content));
    }
  }
  return { shelf: new MediaIndex(measured), problems };
}
