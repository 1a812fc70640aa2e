/** Which articles stand below an article: those that it names, and up to four with the nearest earlier ones by shared topics. */
const WANTED = 4;
/** Of each topic so many of the articles just before an article are looked at, so that the work does not grow with the archive. */
const RECENT = 64;

/** Gives a function that is asked for every article once, oldest first: `{ address, topics, related }`. */
export function makeRelater() {
  const articles = [];
  const numbers = new Map();
  /** By topic, the numbers of its articles so far. */
  const lists = new Map();
  /** By number, all zero between two articles. */
  const scores = [];

  function chooseNearest(topics, named, wanted) {
    const candidates = [];
    for (const topic of topics) {
      const list = lists.get(topic);
      if (list === undefined) continue;
      // Rarer topics weigh more.
      const weight = 1 / Math.log2(2 + list.length);
      for (let at = list.length - 1, last = Math.max(0, list.length - RECENT); at >= last; at--) {
        const number = list[at];
        if (scores[number] === 0) candidates.push(number);
        scores[number] += weight;
      }
    }
    const best = [];
    const isNearer = (one, other) => scores[one] > scores[other] || (scores[one] === scores[other] && one > other);
    for (const number of candidates) {
      if (best.length === wanted && !isNearer(number, best[wanted - 1])) continue;
      if (named.includes(number)) continue;
      let at = Math.min(best.length, wanted - 1);
      for (; at > 0 && isNearer(number, best[at - 1]); at--) best[at] = best[at - 1];
      best[at] = number;
    }
    for (const number of candidates) scores[number] = 0;
    return best;
  }

  return (article) => {
    const named = article.related.map((address) => numbers.get(address));
    const nearest = chooseNearest(article.topics, named, WANTED - named.length);
    const number = articles.push(article) - 1;
    numbers.set(article.address, number);
    scores.push(0);
    for (const topic of article.topics) {
      const list = lists.get(topic);
      if (list === undefined) lists.set(topic, [number]);
      else list.push(number);
    }
    const look = (other) => articles[other];
    return { named: named.map(look), nearest: nearest.map(look) };
  };
}
