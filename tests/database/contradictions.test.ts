import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const RESULT = 'event,series,date,level,country,skill,team,person,award,medal,score,scale'
const COLLEGES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8']

forEachDatabase((_name, open) => {
  async function ask({ causeway }: College, indicator: string, institution: string, by?: string) {
    const { figures } = await readSeries(causeway, OPERATOR, { indicator, institution, from: 2023, to: 2023, by })
    return figures.map(({ category, value, gap }) => (by ? [category, value ?? gap] : (value ?? gap)))
  }

  test('of a team whose rows contradict one another each measure takes its best row, whatever the order and the keys', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', ...COLLEGES.map((code) => `${code},学院${code},CN`)])
    // A person's key is hashed with the institution: in each of them another of the rows comes first.
    const rows = [
      'WS,worldskills,2023-10-05,international,FR,Cyber,A,ZHANG,,bronze,610,700',
      'WS,worldskills,2023-10-05,international,FR,Cyber,A,LI,,,776,700',
      'WS,worldskills,2023-10-06,international,FR,Cyber,A,WANG,,silver,700,700',
      'WS,worldskills,2023-10-04,international,FR,Cyber,A,ZHAO,,gold,,',
      'WS,worldskills,2023-10-05,international,FR,Bakery,B,QIAN,,medallion,700,500',
      'WS,worldskills,2023-10-05,international,FR,Bakery,B,SUN,,medallion,700,700',
      'WS,worldskills,2023-10-05,international,FR,Joinery,,ZHOU,,bronze,724,700',
    ]
    for (const [n, code] of COLLEGES.entries()) {
      const turned = [...rows.slice(n), ...rows.slice(0, n)]
      await college.put('competition-result', [RESULT, ...turned], code)
      expect(await ask(college, 'SK02', code), code).toEqual([4 + 1 + 2])
      // Of equal scores on two scales the one on 500 is taken in every college: no mean over both.
      expect(await ask(college, 'SK03', code, 'scale'), code).toEqual([
        ['500', 700],
        ['700', 750],
      ])
    }
  })

  test('what two rows of one person under two numbers say decides between them, never their keys', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', ...COLLEGES.map((code) => `${code},学院${code},CN`)])
    const answers: unknown[] = []
    for (const code of COLLEGES) {
      await college.put(
        'assessment-result',
        [
          'person,instrument,version,certificate_level,phase,attempt,date,passed',
          'OLD,X,1,junior,final,1,2023-11-01,0',
          'NEW,X,1,junior,final,1,2023-11-01,1',
        ],
        code,
      )
      await college.put('same-as', ['record_type,code,same_as,relation,decided_by', 'person,OLD,NEW,same,王芳'], code)
      answers.push(...(await ask(college, 'SK05', code)))
    }
    expect(new Set(answers).size).toBe(1)
  })

  test('in a version of which only some units have a weight the others weigh nothing', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'])
    await college.put('standard', ['code,title_zh,type,direction', 'S,标准,occupational,own'], 'X')
    const units = ['S,1,U1,0.6', 'S,1,U2,0.4', 'S,1,U3,', 'S,2,U1,', 'S,2,U2,', 'S,3,U1,1', 'S,3,U2,']
    await college.put(
      'standard-unit',
      ['standard,version,code,weight,title_zh', ...units.map((unit) => `${unit},单元`)],
      'X',
    )
    const put = (rows: string[]) =>
      college.put(
        'assessment-result',
        [
          'person,instrument,phase,date,standard,standard_version,standard_unit,competent',
          ...rows.map((row) => {
            const [person, version, unit, competent] = row.split(' ')
            return `${person},T,final,2023-11-01,S,${version},${unit},${competent}`
          }),
        ],
        'X',
      )
    // Seen on a unit without a weight alone.
    await put(['A 3 U2 1'])
    expect(await ask(college, 'SK09', 'X')).toEqual(['NOT_APPLICABLE'])
    // Version 1: U1 of two persons half, U2 of one all: (0.6 × 50 % + 0.4 × 100 %) = 70 %, by A and B; C was seen on U3 alone.
    await put(['A 1 U1 1', 'B 1 U1 0', 'A 1 U2 1', 'C 1 U3 0'])
    expect((await ask(college, 'SK09', 'X'))[0]).toBeCloseTo(70, 9)
    // Version 2 has no weights: D has one of two units, 50 %. By persons, two and one.
    await put(['D 2 U1 1', 'D 2 U2 0'])
    expect((await ask(college, 'SK09', 'X'))[0]).toBeCloseTo((70 * 2 + 50) / 3, 9)
  })
})
