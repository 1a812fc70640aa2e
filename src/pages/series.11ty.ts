/** A series, its parts in order: `series/the-long-drought.html`, older: `series/the-long-drought/1.html`, … */
import { defineListPages } from "./list-pages.ts";

export default defineListPages("series");
