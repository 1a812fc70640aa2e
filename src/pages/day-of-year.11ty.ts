/** On this day: `archive/on/01-15.html`, older: `archive/on/01-15/1.html`, … */
import { defineListPages } from "./list-pages.ts";

export default defineListPages("day-of-year");
