/** What was filed from a place: `places/washington.html`, older: `places/washington/1.html`, … */
import { defineListPages } from "./list-pages.ts";

export default defineListPages("place");
