/** The corrections ledger: `corrections.html`, older: `corrections/1.html`, … */
import { renderLedgerPage } from "../components/ledger-page.ts";
import { feedLinks } from "../edition/feed-address.ts";
import { makeLedgerView, selectLedgerPages } from "../edition/ledger-view.ts";
import { stylesFor } from "../styles/styles.ts";
import { addLedgerMetadata } from "./metadata.ts";
import { definePages } from "./page-template.ts";

export default definePages("ledger", selectLedgerPages, (edition, ref) => {
  const feeds = feedLinks(edition, { kind: "corrections", lang: ref.lang });
  return renderLedgerPage(
    addLedgerMetadata(edition, makeLedgerView(edition, ref, stylesFor("ledger", edition.look), feeds)),
  );
});
