/** Pictures: what a file says of itself, which files are made from it, and how a page names them. */
export { measurePicture, PICTURE_TYPES, type PictureFacts, type PictureType } from "./measure-picture.ts";
export { MediaError } from "./media-error.ts";
export { type PictureFile, type PictureMediaType, pictureFiles } from "./picture-files.ts";
export { type PictureSource, selectImageSource } from "./picture-source.ts";
