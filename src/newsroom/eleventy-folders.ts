/** Where Eleventy finds what in a newsroom. Nothing else, since every `.eleventy.ts` loads it. */

/** Of the newsroom's own templates, below its root. */
export const INPUT = "src/pages";
/** Of what they include; layouts may lie here too. */
export const INCLUDES = "src/components";
export const LAYOUTS = "src/layouts";

/** As Eleventy's configuration has them: `input` and `output` below the root, the others seen from `input`. */
export const DIR = {
  input: INPUT,
  output: "dist",
  data: "../../_data",
  includes: "../components",
  layouts: "../layouts",
} as const;
