/** A process that checks a share of the site for `checkDistShared`. */
import { checkShare, type Share } from "./check-shared.ts";

process.once("message", (share: Share) => process.send?.(checkShare(share)));
