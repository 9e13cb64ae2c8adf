import { join } from 'node:path'
import { OPERATOR } from '@causeway/server/access/viewer'
import type { Database } from '@causeway/server/ground/database/database'
import { readSeries } from '@causeway/server/figures/read-series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { decideSameAs, undoSameAs, type NewDecision } from '@causeway/server/records/identity/decide'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { openSecret } from '@causeway/server/records/secret'
import { putInstitution, type Values } from './put-records.ts'
import { folderOfTest } from './folders.ts'

export const STAY = {
  direction: 'out',
  audience: 'student',
  purpose: 'study',
  country: 'VN',
  start: '2023-10-01',
  end: '2023-10-10',
}

/** College X, in which it is decided what is the same as what, and what is then counted. */
export async function openSameAsCollege(database: Database) {
  const folder = folderOfTest()
  const secret = await openSecret(database, join(folder, 'secret.key'))
  const causeway = { database, indicators: CATALOGUE, publicReading: true }
  await putInstitution(database, 'X', '2024-08-31')
  const decide = (
    recordType: string,
    code: string,
    sameAs: string | null,
    relation: NewDecision['relation'] = 'same',
    more: Partial<NewDecision> = {},
  ) =>
    decideSameAs(database, secret, 'X', {
      recordType,
      code,
      sameAs,
      relation,
      from: null,
      decidedBy: '处长',
      reason: null,
      ...more,
    })
  const ask = async (indicator: string, more: Partial<SeriesRequest> = {}, viewer = OPERATOR) =>
    (await readSeries(causeway, viewer, { indicator, institution: 'X', from: 2023, to: 2023, ...more })).figures
  return {
    ...{ database, causeway, secret, decide, ask },
    value: async (indicator: string, more: Partial<SeriesRequest> = {}) => (await ask(indicator, more))[0]!.value,
    by: async (indicator: string, by: string, more: Partial<SeriesRequest> = {}) =>
      Object.fromEntries((await ask(indicator, { by, ...more })).map((it) => [it.category, it.gap ?? it.value])),
    undo: (recordType: string, code: string) => undoSameAs(database, secret, 'X', { recordType, code }),
  }
}

/** Stays abroad of as many persons. */
export const stays = (...rows: Values[]) => rows.map((row, i) => ({ person: `h${i}`, ...STAY, ...row }))
