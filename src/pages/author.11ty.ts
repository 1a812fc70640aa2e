/** An author: `authors/mara-ellin.html`, older: `authors/mara-ellin/1.html`, … */
import { defineListPages } from "./list-pages.ts";

export default defineListPages("author");
