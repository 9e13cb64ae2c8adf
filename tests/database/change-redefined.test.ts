import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { explainChange } from '@causeway/server/answers/change/explain-change'
import type { Causeway } from '@causeway/server/figures/causeway'
import { announceDefinitions } from '@causeway/server/figures/definitions-in-force'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import type { Database } from '@causeway/server/ground/database/database'
import { forEachDatabase, test } from '../support/databases.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'

const EX02 = CATALOGUE.find(({ code }) => code === 'EX02')!

/** Learners of these kinds, of wherever. */
function learnersOf(kinds: string[]): Declaration {
  const { set, scope: _scope, ...rest } = EX02
  return {
    ...rest,
    ...{ id: 'own-learners', code: 'OWN1', set: { ...set, where: [{ field: 'kind', in: kinds }] } },
  } as Declaration
}

const rows = (kind: string, first: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ person: `P${first + at}`, kind, nationality: 'KZ', start: '2022-09-01', end: '2023-07-01' },
  }))

forEachDatabase(() => {
  test('what another definition makes of the same records is a part by itself, after those of the records', async (database: Database) => {
    const of = (own: Declaration): Causeway => ({ database, indicators: [...CATALOGUE, own], publicReading: true })
    const now = async () => {
      await sleep(3)
      const time = new Date().toISOString()
      await sleep(3)
      return time
    }
    const narrow = of(learnersOf(['degree']))
    await announceDefinitions(narrow)
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, 'enrolment', 'X', [...rows('degree', 0, 10), ...rows('non-degree', 10, 4)])
    const first = await now()
    await putRecords(database, 'enrolment', 'X', [...rows('degree', 20, 2), ...rows('non-degree', 30, 3)])
    const late = await now()
    const wide = of(learnersOf(['degree', 'non-degree']))
    await announceDefinitions(wide)
    const second = await now()
    const ask = async (from: string, to: string) => {
      const ends = { from: { year: 2022, asOf: from }, to: { year: 2022, asOf: to } }
      const change = await explainChange(wide, OPERATOR, { indicator: 'own-learners', institution: 'X', ...ends })
      const { before, after, difference, parts } = change
      return {
        values: [before.figure.value, after.figure.value, difference],
        parts: parts.map(({ cause, value }) => [cause, value]),
        said: parts.map(({ sentence }) => sentence),
      }
    }
    const both = await ask(first, second)
    expect(both).toMatchObject({
      values: [10, 19, 9],
      parts: [
        ['LATE', 2],
        ['REDEFINED', 7],
      ],
      said: [
        expect.anything(),
        { zh: '指标定义的变动使数值增加7人。', en: 'Another definition of the indicator: 7 people more.' },
      ],
    })
    expect(await ask(second, first)).toMatchObject({
      values: [19, 10, -9],
      parts: [
        ['LATE', -2],
        ['REDEFINED', -7],
      ],
    })
    expect(await ask(late, second)).toMatchObject({ values: [12, 19, 7], parts: [['REDEFINED', 7]] })
    expect(await ask(first, late)).toMatchObject({ values: [10, 12, 2], parts: [['LATE', 2]] })
  })
})
