import { describe, expect, it } from 'vitest'
import { owedWords } from '@causeway/shared/reported-years'
import { askAsReader, openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const STAY = 'person,direction,audience,purpose,country,start,end,unit'
const EVENT = 'code,title_zh,kind,country,start,unit'
const NOTHING = 'record_type,from,to,signer,unit,direction,audience'

interface Owed {
  type: { name: string }
  unit: string | null
  direction: string | null
  audience: string | null
}

async function owed(college: College, year: number): Promise<Owed[]> {
  const asked = `{ quality(institution: "X", year: ${year}) { owed { type { name } unit direction audience } } }`
  return (await askAsReader(college, asked)).quality.owed
}

const named = (all: Owed[], type: string) =>
  all
    .filter((one) => one.type.name === type)
    .map(
      ({ unit, direction, audience }) =>
        [unit, direction, audience].filter((part) => part !== null).join(' ') || 'whole',
    )

forEachDatabase((_name, open) => {
  describe('what is owed for a year', () => {
    it('is of the whole college what nobody reported, and of a unit what it reported before', async () => {
      const college = await openCollege(await open())
      await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], undefined, '2025-08-31')
      await college.put('unit', ['code,name_zh', 'A,国际处', 'B,教务处'], 'X')
      await college.put('event', [EVENT, 'V1,论坛,forum,CN,2023-12-01,A'], 'X')
      expect(named(await owed(college, 2024), 'event')).toEqual(['whole', 'A'])
      await college.put('event', [EVENT, 'V2,论坛二,forum,CN,2024-12-01,B'], 'X')
      expect(named(await owed(college, 2024), 'event')).toEqual(['A'])
      await college.put('nothing-to-report', [NOTHING, 'event,2024-09-01,2025-08-31,李,A,,'], 'X')
      expect(named(await owed(college, 2024), 'event')).toEqual([])
      // A register is reported as a whole.
      expect(named(await owed(college, 2024), 'unit')).toEqual([])
      expect(named(await owed(college, 2024), 'partner')).toEqual(['whole'])
    })

    it('names the parts of a mobility that are open, and the type alone where all are', async () => {
      const college = await openCollege(await open())
      await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], undefined, '2025-08-31')
      expect(named(await owed(college, 2024), 'mobility')).toEqual(['whole'])
      await college.put('mobility', [STAY, 'P1,out,student,study,TH,2024-10-08,2024-10-21,'], 'X')
      await college.put('nothing-to-report', [NOTHING, 'mobility,2024-09-01,2025-08-31,李,,in,'], 'X')
      expect(named(await owed(college, 2024), 'mobility')).toEqual(['out staff'])
    })
  })
})

it('is said in one sentence', () => {
  const of = (...units: (string | null)[]) => owedWords(units.map((unit) => ({ unit })))
  expect(of()).toEqual({ zh: '没有待报的台账', en: 'No report is due' })
  expect(of('A')).toEqual({ zh: '1 项台账待报：1 个部门共 1 项', en: '1 report is due: 1 of 1 unit' })
  expect(of(null, 'A', 'A', 'B')).toEqual({
    zh: '4 项台账待报：全校 1 项，2 个部门共 3 项',
    en: '4 reports are due: 1 of the whole college, 3 of 2 units',
  })
})
