const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)$/;

/** Milliseconds since 1970 of a time in RFC 3339 or in seconds since 1970; undefined for anything else. */
export function parseInstant(text: string): number | undefined {
  if (/^-?\d{1,12}(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  const [, year, month, day] = RFC3339.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const time = Date.parse(text.toUpperCase());
  // JavaScript reads February 30 as a day in March.
  const isDay = Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number.isNaN(time) || !isDay ? undefined : time;
}
