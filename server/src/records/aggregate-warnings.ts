import { toIso } from '@causeway/shared/day'
import type { Connection } from '../ground/database/database.ts'
import { listContainedGroups } from '../ground/database/doubtful-groups.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import { countryName } from '../ground/reference/countries.ts'
import type { RecordType } from './record-type.ts'
import type { RecordWarning } from './record-warning.ts'
import { recordTable } from './store.ts'

/** Group rows that may say the same twice: a cumulative table beside those of its years, a year beside its quarters. */
export async function findAggregateWarnings(
  db: Connection,
  place: BatchPlace,
  type: RecordType,
): Promise<RecordWarning[]> {
  const has = (name: string) => type.fields.some((field) => field.name === name)
  if (!has('headcount') || !('starts' in type.span)) return []
  const country = ['country', 'nationality'].find(has) ?? null
  const programme = ['programme', 'resource'].find(has) ?? null
  // What differs in more than its days is something else: another purpose, another role, another place.
  const alike = type.fields.filter(({ kind }) => ['choice', 'country', 'reference', 'flag'].includes(kind))
  const fields = alike.map(({ name }) => name)
  const found = await listContainedGroups(db, place, recordTable(type).table, fields, { programme, country })
  return found.map((group) => {
    const [first, last] = [toIso(group.first), toIso(group.last)]
    const names = (locale: 'zh' | 'en') =>
      [group.programme, group.country === null ? null : countryName(group.country)[locale]].filter(Boolean).join(' · ')
    return {
      ...{ code: 'CUMULATIVE_GROUPS' as const, row: group.row, field: 'headcount', value: group.programme },
      message: {
        zh: `${names('zh')}：${first} 至 ${last} 的人数，另有一行的时段把它包含在内（如累计表与年度表并存），同一批人可能被重复计算。`,
        en: `${names('en')}: the headcount from ${first} to ${last} lies within the stretch of another row (as a cumulative table beside a yearly one): the same persons may count twice.`,
      },
    }
  })
}
