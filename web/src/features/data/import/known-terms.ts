/** Code of a word that means two days which nobody knows yet. */
export const TERM = 'UNKNOWN_TERM'

/** The first and the last day. */
type Days = readonly [string, string]

const YEAR = /(?:19|20)\d\d/g

/** What a term means by one that is known and differs in the year alone, as 2024年秋季学期 by 2023年秋季学期. */
export function proposeDays(term: string, reading: string | null): { days: Days; by: string } | null {
  if (reading === null) return null
  const { terms = {} } = JSON.parse(reading) as { terms?: Record<string, Days> }
  const year = yearIn(term)
  for (const [by, [first, last]] of Object.entries(terms)) {
    const shift = year - yearIn(by)
    if (Number.isNaN(shift) || later(by, shift) !== term) continue
    return { days: [dayLater(first, shift), dayLater(last, shift)], by }
  }
  return null
}

function yearIn(term: string): number {
  return Number(term.match(YEAR)?.[0] ?? Number.NaN)
}

function later(text: string, years: number): string {
  return text.replaceAll(YEAR, (year) => String(Number(year) + years))
}

/** Of 29 February in a year that has none, the day before. */
function dayLater(day: string, years: number): string {
  const moved = later(day, years)
  return moved.endsWith('-02-29') && new Date(moved).getUTCDate() !== 29 ? moved.replace(/29$/, '28') : moved
}
