/** What `CHANGELOG.md` says of the versions between two. */

/** Compares `0.2.0` and `0.10.0` by their numbers. */
function compareVersions(a: string, b: string): number {
  const numbers = (version: string) => version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [left, right] = [numbers(a), numbers(b)];
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The sections of all versions after `from`, up to `to`, as they stand; empty where there are none. */
export function selectChanges(changelog: string, from: string, to: string): string {
  return changelog
    .split(/^(?=## )/m)
    .filter((section) => {
      const version = /^## (\d+\.\d+\.\d+)/.exec(section)?.[1];
      return version !== undefined && compareVersions(version, from) > 0 && compareVersions(version, to) <= 0;
    })
    .join("")
    .trim();
}
