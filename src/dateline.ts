export { attribute, type Html, html, htmlInPieces, raw } from "./html.ts";
