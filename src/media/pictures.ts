/** Pictures: what a file says of itself, which files are made from it, and how a page names them. */
export { measurePicture, type PictureFacts } from "./measure-picture.ts";
export { PICTURE_TYPES, type PictureType } from "./picture-type.ts";
export { MediaError } from "./media-error.ts";
export { type PictureFile, type PictureMediaType, pictureFiles } from "./picture-files.ts";
export { type PictureSource, selectImageSource } from "./picture-source.ts";
