import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { hasFields, type Touched, type Warning } from '../warning.ts'

/** Group and person rows for one programme (or session, or resource) and stretch: they may count the same persons twice. */
export const GROUP_AND_PERSONS: Warning<'GROUP_AND_PERSONS'> = {
  codes: {
    GROUP_AND_PERSONS: { zh: '同一事项既有名单又有人数', en: 'group and person rows speak for one thing' },
  },
  of: (type) => hasFields(type, 'headcount'),
  async find(db, touched, type) {
    const { hasPersons, hasGroups, wasFilled } = touched
    if (!((hasPersons && hasGroups) || (wasFilled && (hasPersons || hasGroups)))) return []
    const subject = type.groupsBy ?? 'programme'
    const { label } = type.fields.find(({ name }) => name === subject)!
    const stretches = await listStretches(db, touched, type, subject)
    return [...Map.groupBy(stretches, (stretch) => stretch.subject)].flatMap(([key, rows]) => {
      const row = firstClash(
        rows.filter(({ isGroup }) => isGroup === 0),
        rows.filter(({ isGroup }) => isGroup === 1),
      )
      if (row === undefined) return []
      const message = {
        zh: `${label.zh}${key ?? '（未填）'}在同一时段既有名单又有人数，同一批人可能被重复计算。`,
        en: `${label.en} ${key ?? '(empty)'} has rows of persons and rows of headcounts for the same time: the same persons may count twice.`,
      }
      return [{ code: 'GROUP_AND_PERSONS' as const, row, field: 'headcount', value: key, message }]
    })
  },
}

interface RowGroup {
  /** The programme or session; null: none is given. */
  subject: string | null
  isGroup: number
  first: number | null
  last: number | null
  /** A row of the batch among them; null: none of them is the batch's. */
  row: number | null
}

/** The stretches that group rows and person rows speak for, by `subject`. */
async function listStretches(
  db: Connection,
  { institution, batch }: Touched,
  { name, span }: RecordType,
  subject: string,
): Promise<RowGroup[]> {
  const [first, last] = 'class' in span ? ['class', 'class'] : ['first_day', 'last_day']
  const { rows } = await sql<RowGroup>`
    select ${sql.ref(subject)} as subject, case when headcount is null then 0 else 1 end as "isGroup",
      ${sql.ref(first!)} as first, ${sql.ref(last!)} as last, min(case when batch = ${batch} then row end) as row
    from ${sql.table(tableOf(name))} where institution = ${institution} and until is null
    group by 1, 2, 3, 4`.execute(db)
  return rows
}

/** A row of the batch that takes part in a clash. */
function firstClash(persons: RowGroup[], groups: RowGroup[]): number | undefined {
  for (const group of groups) {
    for (const person of persons) {
      const row = group.row ?? person.row
      if (row !== null && overlaps(group, person)) return row
    }
  }
  return undefined
}

function overlaps(a: RowGroup, b: RowGroup): boolean {
  if (a.first === null || b.first === null) return false
  return a.first <= (b.last ?? Infinity) && b.first <= (a.last ?? Infinity)
}
