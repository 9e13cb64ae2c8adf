/** Units that lose their s beside one. */
const REGULAR = [
  ...['participations', 'person-days', 'items', 'kinds', 'institutions', 'organisations', 'agreements'],
  ...['events', 'courses', 'programmes', 'standards', 'majors', 'platforms', 'awards', 'students', 'approvals'],
  ...['certificates', 'enterprises', 'resources', 'schools', 'sites', 'learners', 'stays', 'points', 'hours'],
  ...['days', 'values', 'pairs', 'results', 'records'],
]
const SINGULAR: Record<string, string> = {
  people: 'person',
  countries: 'country',
  ...Object.fromEntries(REGULAR.map((unit) => [unit, unit.slice(0, -1)])),
}

/** `0–1` tells between which numbers a figure is. It heads an axis or a column; beside a number it would read as another one. */
export function isRange(unit: string): boolean {
  return /^\d+–\d+$/.test(unit)
}

/** What a figure in the unit is a part of: 100 of a share, 1 of `0–1`; null of all others. */
export function wholeOf(unit: string): number | null {
  if (unit === '%') return 100
  return isRange(unit) ? Number(unit.split('–')[1]) : null
}

/** The English unit beside a number written as `text`: "1 person", but "1.5 points" and "0 people". */
export function englishUnit(unit: string, text: string): string {
  return text === '1' || text === '−1' ? (SINGULAR[unit] ?? unit) : unit
}
