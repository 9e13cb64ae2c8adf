import { expect, test } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Cell } from '@causeway/server/figures/disclosure/cell'
import { relateStretches, type Whole } from '@causeway/server/figures/disclosure/stretches'

const DN03 = CATALOGUE.find(({ code }) => code === 'DN03')!

function whole(basis: Whole['basis'], year: number, value: number): Whole {
  const start = basis === 'SCHOOL_YEAR' ? `${year}-09-01` : `${year}-01-01`
  const count = value === 0 ? null : { cell: { key: `${basis} ${year}`, counts: [value] } as Cell, layer: 0 }
  return { basis, year, start, value, count }
}

test('a year that the records end in keeps nobody from knowing what years before it say of each other', () => {
  const wholes = [
    whole('CALENDAR_YEAR', 2021, 0),
    whole('SCHOOL_YEAR', 2021, 5),
    whole('CALENDAR_YEAR', 2022, 5),
    whole('SCHOOL_YEAR', 2022, 13),
    whole('CALENDAR_YEAR', 2023, 22),
    // The records end in it: more are in its school year than in both calendar years.
    whole('SCHOOL_YEAR', 2023, 43),
    whole('CALENDAR_YEAR', 2024, 0),
  ]
  const relations = relateStretches(DN03, 'value', [wholes])
  const sumsOf = (of: Whole) =>
    relations.filter(({ terms }) => terms.length === 3 && terms[0]![0] === of.count && terms[0]![1] === 1)
  expect(sumsOf(wholes[1]!)).toHaveLength(1)
  expect(sumsOf(wholes[5]!)).toEqual([])
  // What is said is so.
  const valueOf = (of: (typeof relations)[number]['terms'][number][0]) => ('cell' in of ? of.cell.counts[0]! : of.count)
  for (const { terms } of relations)
    expect(terms.reduce((sum, [of, times]) => sum + times * valueOf(of), 0)).toBeLessThanOrEqual(0)
})
