/** What changes between two builds beside the files: the clock, what is left out, what is packaged. */
import { createHash } from "node:crypto";
import { EDITION_PARTS, type EditionPart } from "../../../src/edition/edition-part.ts";
import { DAY, type Desk, HOUR } from "./desk.ts";

/** What a build is asked for. */
export interface Wishes {
  without: readonly EditionPart[];
  preview: boolean;
}

function packageSome(desk: Desk): void {
  const entries = Array.from({ length: desk.number(3) }, (_none, index) => {
    const bytes = Buffer.from(`package ${index} ${desk.random()}`);
    const edition = desk.pick(["all", "2025", "2025-03"]);
    const name = `northline-${edition}-${index}.zip`;
    desk.write(`packages/${name}`, bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return {
      name,
      form: "zip",
      edition,
      title: `Northline Bench: ${edition}`,
      site: "Northline Bench",
      bytes: bytes.length,
      sha256,
      editionAt: desk.now,
    };
  });
  desk.write("packages/packages.json", JSON.stringify(entries));
}

export const BUILD_EDITS: Readonly<Record<string, (desk: Desk, wishes: Wishes) => void>> = {
  "hours passing": (desk) => {
    desk.now += (1 + desk.number(6)) * HOUR;
  },
  "days passing": (desk) => {
    desk.now += (1 + desk.number(4)) * DAY;
  },
  "the clock set back by hours": (desk) => {
    desk.now -= (1 + desk.number(6)) * HOUR;
  },
  "the clock set back by days": (desk) => {
    desk.now -= (1 + desk.number(3)) * DAY;
  },
  "nothing at all": () => {},
  "a part left out": (desk, wishes) => {
    wishes.without = [desk.pick(EDITION_PARTS), desk.pick(EDITION_PARTS)];
  },
  "nothing left out": (_desk, wishes) => {
    wishes.without = [];
  },
  "a preview": (_desk, wishes) => {
    wishes.preview = true;
  },
  "no preview": (_desk, wishes) => {
    wishes.preview = false;
  },
  "packaged editions": packageSome,
};
