/**
 * So many pages are each a page of Eleventy's own. Each costs it 0.3 ms and stays in memory until its run ends; of more,
 * Eleventy has batches, unless something in the newsroom's configuration has to see each. See docs/decisions/0008.
 */
export const SINGLE_MOST = 2000;
