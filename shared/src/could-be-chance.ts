/**
 * Whether a figure may differ from the one before by chance alone: its 95% interval holds that one. Such a change is called neither
 * better nor worse, wherever it is told.
 */
export function couldBeChance(interval: { low: number; high: number } | null | undefined, before: number): boolean {
  return interval != null && before >= interval.low && before <= interval.high
}
