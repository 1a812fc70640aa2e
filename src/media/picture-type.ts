/** The types of picture that browsers show. */
export const PICTURE_TYPES = ["jpeg", "png", "webp", "avif", "gif", "svg"] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];
