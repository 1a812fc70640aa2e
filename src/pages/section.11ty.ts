/** A section: `sections/world.html`, older: `sections/world/1.html`, … */
import { defineListPages } from "./list-pages.ts";

export default defineListPages("section");
