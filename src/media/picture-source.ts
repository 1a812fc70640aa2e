/** A picture as pages print it. */
import type { PictureFacts } from "./measure-picture.ts";
import { pictureFiles } from "./picture-files.ts";

/** A picture ready to print: what `edition/views.ts` calls an image source. */
export interface PictureSource {
  readonly src: string;
  readonly srcset: readonly { readonly type: string; readonly srcset: string }[];
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly absolute?: string;
}

/** The one file for machines and for readers whose browser knows no `srcset`. */
const FALLBACK_WIDTH = 800;

/**
 * A picture as a page prints it.
 * @param to turns a site-relative address into one relative to the page
 * @param options `maxWidth` in pixels leaves out wider files, for lists; `url` of the site gives the absolute address
 */
export function selectImageSource(
  facts: PictureFacts,
  picture: { readonly src: string; readonly alt: string; readonly caption?: string; readonly credit?: string },
  to: (address: string) => string,
  options: { readonly maxWidth?: number; readonly url?: string | undefined } = {},
): PictureSource {
  const all = pictureFiles(facts, picture.src);
  const limit = Math.max(options.maxWidth ?? Number.POSITIVE_INFINITY, all[0]?.width ?? 0);
  const files = all.filter(({ width }) => width <= limit);
  const types = [...new Set(files.map(({ type }) => type))];
  const plain = files.filter(({ type }) => type === types.at(-1));
  const fallback = plain.filter(({ width }) => width <= FALLBACK_WIDTH).at(-1) ?? plain[0];
  const largest = plain.at(-1);
  if (fallback === undefined || largest === undefined) throw new RangeError(`${picture.src}: no file is made from it`);
  const absolute = all.at(-1)?.address;
  return {
    src: to(fallback.address),
    srcset:
      plain.length === files.length && plain.length === 1
        ? []
        : types.map((type) => ({
            type,
            srcset: files
              .filter((file) => file.type === type)
              .map(({ address, width }) => `${to(address)} ${width}w`)
              .join(", "),
          })),
    width: largest.width,
    height: largest.height,
    alt: picture.alt,
    ...(picture.caption === undefined ? {} : { caption: picture.caption }),
    ...(picture.credit === undefined ? {} : { credit: picture.credit }),
    ...(options.url === undefined || absolute === undefined ? {} : { absolute: new URL(absolute, options.url).href }),
  };
}
