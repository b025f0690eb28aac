/** The minor versions of Go 1 that official builds of a program are made with (its `.promu.yml`), newest first. */
type Builds = readonly (readonly [major: number, minor: number, go: number])[];

export const PROMETHEUS_BUILDS: Builds = [
  [3, 10, 26],
  [3, 7, 25],
  [3, 3, 24],
  [2, 55, 23],
  [2, 51, 22],
  [2, 47, 21],
  [2, 44, 20],
  [2, 39, 19],
  [2, 35, 18],
];

export const ALERTMANAGER_BUILDS: Builds = [
  [0, 32, 26],
  [0, 29, 25],
  [0, 28, 23],
  [0, 27, 21],
  [0, 26, 20],
  [0, 25, 19],
];

/** Older than any version whose template rules differ from those before. */
const OLDEST = 17;

/** The Go that `version` is built with: 24 for Go 1.24. */
export function goMinor(builds: Builds, version: readonly [number, number]): number {
  return builds.find(([major, minor]) => !isLater([major, minor], version))?.[2] ?? OLDEST;
}

/** True if `since` came after `version`. */
export function isLater(
  since: readonly [number, number],
  [major, minor]: readonly [number, number],
): boolean {
  return since[0] > major || (since[0] === major && since[1] > minor);
}

/** The version that a row of a table names: `2.11`. */
export function parseSince(since: string): readonly [number, number] {
  const [major = 0, minor = 0] = since.split('.').map(Number);
  return [major, minor];
}
