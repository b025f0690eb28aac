/** The value that `share` (0 to 1) of the ascending-sorted values don't exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** The figures that we keep of a list of times in milliseconds. */
export function summarize(values) {
  return {
    min: Math.min(...values),
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    count: values.length,
  };
}

/** What `action` resolves to and the milliseconds that it took. */
export async function timed(action) {
  const start = performance.now();
  const value = await action();
  return { value, ms: performance.now() - start };
}
