/** Orders strings by their code units, so that every machine and locale agrees. */
export function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
