/** This newsroom's configuration of Eleventy. Its own plugins, filters, shortcodes, collections and transforms go before the last line. */
import dateline, { type UserConfig } from "dateline";

export default function configure(config: UserConfig) {
  return dateline(config);
}
