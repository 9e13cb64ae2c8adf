import { readUnitNames } from '@causeway/server/records/unit-names'
import { expect, it } from 'vitest'
import { openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

forEachDatabase((_name, open) => {
  it('a unit is said by its code and its name; where two standards have results of one code, by both names', async () => {
    const { causeway, put } = await openCollege(await open())
    await put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    await put(
      'standard',
      [
        'code,title_zh,title_en,type,direction',
        'S1,焊接,Welding,occupational,introduced',
        'S2,数控,CNC,occupational,introduced',
      ],
      'X',
    )
    await put('standard-version', ['standard,version,from', 'S1,1,2020-01-01', 'S2,1,2020-01-01'], 'X')
    await put(
      'standard-unit',
      [
        'standard,version,code,title_zh,title_en',
        'S1,1,U1,平焊,Flat weld',
        'S2,1,U1,车削,Turning',
        'S1,1,U2,立焊,Upright weld',
        'S2,1,U2,铣削,Milling',
      ],
      'X',
    )
    const result = (person: string, standard: string, unit: string) =>
      `${person},osce,1,summative,2023-05-01,80,100,${standard},1,${unit},1`
    await put(
      'assessment-result',
      [
        'person,instrument,version,phase,date,raw,max,standard,standard_version,standard_unit,competent',
        result('a', 'S1', 'U1'),
        result('a', 'S2', 'U1'),
        result('a', 'S1', 'U2'),
      ],
      'X',
      '2023-12-31',
    )
    const names = await readUnitNames(causeway.database, 'X', ['U1', 'U2', 'U9'])
    expect(Object.fromEntries(names)).toEqual({
      U1: { zh: 'U1 平焊／车削', en: 'U1 Flat weld / Turning' },
      // Nobody was assessed on the other one.
      U2: { zh: 'U2 立焊', en: 'U2 Upright weld' },
    })
  })
})
