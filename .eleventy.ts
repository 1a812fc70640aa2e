/**
 * This newsroom's configuration of Eleventy. Plugins, filters, shortcodes, collections and transforms of its own go here:
 *
 *     export default function (config) {
 *       config.addPlugin(…);
 *       return dateline(config);
 *     }
 */
import dateline from "./src/dateline.ts";

export default dateline;
