/** Instants in ISO 8601, UTC, as the pages print them. */
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `2025-10-19T22:48Z` */
export const minuteOf = (date) => `${date.slice(0, 16)}Z`;
/** `22:48 GMT` */
export const clockOf = (date) => `${date.slice(11, 16)} GMT`;
/** `October 2025` */
export const monthOf = (date) => `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
/** `19 October 2025` */
export const dayOf = (date) => `${Number(date.slice(8, 10))} ${monthOf(date)}`;
