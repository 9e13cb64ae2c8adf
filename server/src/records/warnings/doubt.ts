import type { Words } from '@causeway/shared/words/words'
import { sql, type RawBuilder } from 'kysely'
import type { RecordType } from '../record-type.ts'
import type { RecordWarning, Touched, Warning } from '../warning.ts'

/** What is said of one thing that a query found. */
type Said = Words & Omit<RecordWarning, 'row' | 'message'>

interface Doubt<Found> extends Omit<Warning, 'find'> {
  /** Finds what is doubtful in the rows of the batch; null: there is nothing to ask. */
  ask(touched: Touched, type: RecordType): RawBuilder<Found> | null
  /** Null: it is not doubtful after all. */
  say(found: Found, type: RecordType): Said | null
}

/** A warning that is a query, and a sentence of each thing that it finds. */
export function doubt<Found extends { row: number | null }>({ ask, say, ...warning }: Doubt<Found>): Warning {
  return {
    ...warning,
    async find(db, touched, type) {
      const query = ask(touched, type)
      const { rows } = query ? await query.execute(db) : { rows: [] }
      return rows.flatMap((found): RecordWarning[] => {
        const said = say(found, type)
        return said ? [warningOf(found.row, said)] : []
      })
    },
  }
}

export function warningOf(row: number | null, { code, field, value, zh, en }: Said): RecordWarning {
  return { code, row, field, value, message: { zh, en } }
}

/** Current records of the institution. */
export function isCurrent({ institution }: Pick<Touched, 'institution'>, alias?: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(alias === undefined ? column : `${alias}.${column}`)
  return sql`${of('institution')} = ${institution} and ${of('until')} is null`
}

/** Current records that the batch brought. */
export function isBrought(touched: Pick<Touched, 'institution' | 'batch'>, alias?: string): RawBuilder<unknown> {
  return sql`${isCurrent(touched, alias)} and ${sql.ref(alias === undefined ? 'batch' : `${alias}.batch`)} = ${touched.batch}`
}
