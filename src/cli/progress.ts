/** Progress of a build: a bar on a terminal, a plain line a phase elsewhere. */
import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../build/progress.ts";

/** Fewer steps are over before a bar could be read. */
const WORTH_A_BAR = 500;

/** Prints to standard error; `end` must be called once all is done. */
export function makeProgress(quiet: boolean): Progress & { readonly end: () => void } {
  let bar: SingleBar | undefined;
  const end = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    phase: (name, total) => {
      end();
      if (quiet) return;
      if (process.stderr.isTTY && total !== undefined && total >= WORTH_A_BAR) {
        bar = new SingleBar(
          { format: `${name} {bar} {value}/{total}, {eta_formatted} left`, clearOnComplete: true },
          Presets.shades_classic,
        );
        bar.start(total, 0);
      } else console.error(total === undefined ? `${name} …` : `${name} (${total}) …`);
    },
    step: (done) => bar?.update(done),
    note: (text) => {
      if (!quiet) console.error(text);
    },
    end,
  };
}
