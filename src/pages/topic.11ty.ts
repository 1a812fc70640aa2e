/** A topic: `topics/viktor-bout.html`, older: `topics/viktor-bout/1.html`, … */
import { defineListPages } from "./list-pages.ts";

export default defineListPages("topic");
