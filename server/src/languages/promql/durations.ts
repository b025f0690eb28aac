/** A duration in seconds, or what is wrong with it. */
export type ReadDuration = { readonly seconds: number } | { readonly problem: string };

/** Nanoseconds of each unit, from the biggest to the smallest: the order in which they have to be written. */
const UNITS: ReadonlyMap<string, { readonly rank: number; readonly size: bigint }> = new Map(
  [
    ['y', 31_536_000_000n],
    ['w', 604_800_000n],
    ['d', 86_400_000n],
    ['h', 3_600_000n],
    ['m', 60_000n],
    ['s', 1000n],
    ['ms', 1n],
  ].map(([unit, ms], rank) => [String(unit), { rank, size: BigInt(ms ?? 0) * 1_000_000n }]),
);

const OUT_OF_RANGE = { problem: 'duration out of range: 292y is the most' };

/** `1h30m` in seconds, by the rules of prometheus/common's model.ParseDuration. `text` is a duration token. */
export function readDuration(text: string): ReadDuration {
  // The usual case without the arithmetic that big numbers need.
  const size = SIMPLE[text.charAt(text.length - 1)];
  if (size !== undefined && /^\d{1,6}.$/.test(text)) return { seconds: Number(text.slice(0, -1)) * size };
  if (!/^(?:\d+[a-z]+)+$/.test(text)) {
    return {
      problem: `not a valid duration string: "${text}"; write whole numbers with units, for instance 1h30m`,
    };
  }
  let total = 0n;
  let lastRank = -1;
  for (const [, digits = '', name = ''] of text.matchAll(/(\d+)([a-z]+)/g)) {
    const unit = UNITS.get(name);
    if (!unit)
      return { problem: `unknown unit "${name}" in duration "${text}": units are y, w, d, h, m, s, ms` };
    if (unit.rank <= lastRank) {
      const order = 'each unit once, from the biggest to the smallest';
      return { problem: `not a valid duration string: "${text}"; write ${order}: y, w, d, h, m, s, ms` };
    }
    lastRank = unit.rank;
    total += BigInt(digits) * unit.size;
    if (total >= 2n ** 63n) return OUT_OF_RANGE;
  }
  return { seconds: Number(total / 1_000_000_000n) + Number(total % 1_000_000_000n) / 1e9 };
}

const SIMPLE: Readonly<Record<string, number | undefined>> = { s: 1, m: 60, h: 3600, d: 86_400 };
