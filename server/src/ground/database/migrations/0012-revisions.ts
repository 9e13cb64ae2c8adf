import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type Kind } from '../columns.ts'
import { inParts } from '../many.ts'

/** When each revision came, its data date, and by hash the texts that its answers rest on besides records. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const [text, number] = [dataType({ kind: 'text' }, kind), dataType({ kind: 'bigint' }, kind)]
  await db.schema
    .createTable('kept_text')
    .ifNotExists()
    .addColumn('hash', text, (column) => column.primaryKey())
    .addColumn('body', text, (column) => column.notNull())
    .execute()
  let table = db.schema
    .createTable('revision')
    .ifNotExists()
    .addColumn('institution', text, (column) => column.notNull())
    .addColumn('revision', number, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
  for (const name of ['data_date', 'definitions', 'own_indicators', 'own_fields', 'forms', 'reference'])
    table = table.addColumn(name, text)
  await table.addPrimaryKeyConstraint('revision_key', ['institution', 'revision'] as never[]).execute()
  await tellRevisions(db)
}

interface Step {
  institution: string
  revision: number
  created_at: string
  reverted_at: string | null
  /** What the batch says; of 1900-01-01 it says no day. */
  said: string
  /** What the data date rests on. */
  data_date: string | null
}

/**
 * What batches and the present tell of revisions that were never written down: a revision has the time of its batch, or of the taking
 * back of one. Where it cannot be said which came when, it has none, and its answers begin with the next.
 */
export async function tellRevisions(db: Kysely<Tables>): Promise<void> {
  const { rows: steps } = await sql<Step>`
    select t.institution, t.revision, b.created_at, b.reverted_at, b.data_date as said, t.data_date
    from batch_institution as t join batch as b on b.id = t.batch order by t.institution, t.revision`.execute(db)
  const { rows: states } = await sql<{
    institution: string
    revision: number
    committed_at: string
    data_date: string | null
  }>`
    select institution, revision, committed_at, data_date from institution_state where revision > 0`.execute(db)
  const ofEach = Map.groupBy(steps, ({ institution }) => institution)
  const known = states.flatMap(({ institution, revision, committed_at, data_date }) => {
    const own = ofEach.get(institution) ?? []
    const times = timesOf(own, Number(revision))
    times.delete(Number(revision))
    let last = ''
    const earlier = [...times]
      .toSorted(([a], [b]) => a - b)
      .map(([at, time]) => {
        last = time > last ? time : last
        return { institution, revision: at, at: last, data_date: dataDateAt(own, at, last) }
      })
    return [...earlier, { institution, revision, at: committed_at > last ? committed_at : last, data_date }]
  })
  for (const rows of inParts(known)) {
    const values = rows.map((row) => sql`(${row.institution}, ${row.revision}, ${row.at}, ${row.data_date})`)
    await sql`insert into revision (institution, revision, at, data_date) values ${sql.join(values)}`.execute(db)
  }
}

function timesOf(steps: readonly Step[], present: number): Map<number, string> {
  const times = new Map(steps.map(({ revision, created_at }) => [Number(revision), created_at]))
  const gaps = Array.from({ length: present }, (_, index) => index + 1).filter((revision) => !times.has(revision))
  const reverts = steps.flatMap(({ reverted_at }) => reverted_at ?? []).toSorted()
  if (gaps.length === reverts.length) for (const [index, gap] of gaps.entries()) times.set(gap, reverts[index]!)
  return times
}

function dataDateAt(steps: readonly Step[], revision: number, at: string): string | null {
  const held = steps.filter(
    (step) => Number(step.revision) <= revision && (step.reverted_at === null || step.reverted_at > at),
  )
  const rests = held.findLast(({ data_date }) => data_date !== null)
  if (rests) return rests.data_date
  const [first] = held
  return first ? (first.said === '1900-01-01' ? first.created_at.slice(0, 10) : first.said) : null
}
