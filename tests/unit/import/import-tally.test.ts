import { describe, expect, test } from 'vitest'
import { ImportTally } from '@causeway/server/records/import/import-tally'

const NOTHING = { batch: null, accepted: 0, updated: 0, unchanged: 0, withdrawn: 0, revisions: {} }

function warningsOf(hidden: number[], others = 0) {
  const tally = new ImportTally()
  const other = { code: 'OTHER_SHEETS', message: { zh: '另有工作表', en: 'other sheets' } } as const
  tally.warn(Array.from({ length: others }, () => other))
  tally.hidden.push(...hidden)
  return tally.report(NOTHING, { refused: false, rejects: null })
}

describe('rows that a workbook hides', () => {
  test('are stated first, however much else is stated', () => {
    const { warnings, warningCount } = warningsOf([3], 1_200)
    expect(warnings[0]!.code).toBe('HIDDEN_ROWS')
    expect(warnings.at(-1)).toMatchObject({ code: 'MORE_PROBLEMS', value: '700' })
    expect(warningCount).toBe(1_201)
  })

  test.each([
    [[3], /: row 3\. /],
    [[3, 4], /: rows 3, 4\. /],
    [Array.from({ length: 12 }, (_, i) => i + 2), /: rows 2, 3, .*, 11 and others, 12 in all\. /],
  ])('are named by their numbers: %j', (rows, said) => {
    expect(warningsOf(rows).warnings[0]!.message.en).toMatch(said)
  })
})
