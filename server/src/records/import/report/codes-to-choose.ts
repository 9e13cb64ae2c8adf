import type { Connection } from '../../../ground/database/database.ts'
import type { FieldOption } from '../../field-options.ts'
import { listCodes } from '../../record-names.ts'
import type { RecordType } from '../../record-type.ts'
import { fieldsOf, recordTypeOf } from '../../record-types.ts'
import type { ImportPreview } from './import-preview.ts'
import type { ProblemCode } from '../ground/problem-codes.ts'

/** A field that names a record of another type, and the codes that it could name. */
export interface CodesToChoose {
  field: string
  /** That other type. */
  of: RecordType
  options: FieldOption[]
}

const CHOSEN_FOR: readonly ProblemCode[] = ['UNKNOWN_REFERENCE', 'REQUIRED', 'ONE_REQUIRED', 'EXACTLY_ONE']
/** More than a person looks through; the nearest ones are said with what is wrong. */
const MOST_LISTED = 300

/** Codes and names of what fields that nothing is read for could name, by type; none where nothing is said of the table as a whole. */
export async function listRegisters(
  db: Connection,
  { recordTypes, titles, columns }: Pick<ImportPreview, 'recordTypes' | 'titles' | 'columns'>,
  institution: string | null,
): Promise<Map<string, FieldOption[]>> {
  const found = new Map<string, FieldOption[]>()
  if (institution === null || titles.every(({ name, lines }) => name === '' && lines.length === 0)) return found
  const read = new Set(columns.map(({ field }) => field?.name))
  const named = recordTypes.flatMap((type) => fieldsOf(recordTypeOf(type)))
  for (const to of new Set(named.flatMap((field) => (read.has(field.name) ? [] : (field.to ?? [])))))
    if (to !== 'institution') found.set(to, await listCodes(db, recordTypeOf(to), institution, MOST_LISTED))
  return found
}

/** Codes for those fields that name another record and are wrong in some row, or of which names made entries. */
export async function listCodesToChoose(
  db: Connection,
  { recordTypes, wrongRows }: Pick<ImportPreview, 'recordTypes' | 'wrongRows'>,
  institution: string | null,
  created: Readonly<Record<string, number>> = {},
): Promise<CodesToChoose[]> {
  const wrong = new Set(
    wrongRows.flatMap(({ problems }) =>
      problems.flatMap(({ field, code }) => (field !== undefined && CHOSEN_FOR.includes(code) ? [field] : [])),
    ),
  )
  const found: CodesToChoose[] = []
  for (const { name, kind, to } of recordTypes.flatMap((type) => fieldsOf(recordTypeOf(type)))) {
    if (kind !== 'reference' || found.some(({ field }) => field === name)) continue
    if (!(wrong.has(name) || to! in created) || (institution === null && to !== 'institution')) continue
    const of = recordTypeOf(to!)
    const own = to === 'institution' ? null : institution
    found.push({ field: name, of, options: await listCodes(db, of, own, MOST_LISTED) })
  }
  return found
}
