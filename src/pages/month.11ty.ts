/** A month of the archive: `archive/2021/01.html`, older: `archive/2021/01/1.html`, … */
import { defineListPages } from "./list-pages.ts";

export default defineListPages("month");
