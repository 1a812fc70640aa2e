/** Pictures: what a file says of itself, the files made from it, and how a page names them. */
export { type DrawFolders, drawPictures, type WantedPicture } from "./draw-pictures.ts";
export { measurePicture, PICTURE_TYPES, type PictureFacts, type PictureType } from "./measure-picture.ts";
export { MediaError } from "./media-error.ts";
export { type PictureFile, type PictureMediaType, pictureFiles } from "./picture-files.ts";
export { type PictureSource, selectImageSource } from "./picture-source.ts";
