import { fill } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'
import { MOST_DOUBTS, ofTypes, type RecordWarning, type Touched, type Warning } from '../warning.ts'
import { doubt, isCurrent, warningOf } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

/** Joint programmes whose programme is not of kind joint. */
export const NOT_JOINT = doubt({
  of: ofTypes('joint-programme', 'programme'),
  ask(touched, { name }) {
    const brought = name === 'programme' ? sql`p` : sql`j`
    return sql<{ row: number | null; programme: string; approval: string }>`
      select ${brought}.row as row, j.programme as programme, min(j.approval) as approval
      from record_joint_programme j
      join record_programme p on p.institution = j.institution and p.code = j.programme and p.until is null
      where ${isCurrent(touched, 'j')} and (p.kind is null or p.kind <> 'joint') and ${brought}.batch = ${touched.batch}
      group by 1, 2 order by 1 limit ${MOST_DOUBTS}`
  },
  say: ({ programme, approval }, { name }) => ({
    ...{ code: 'NOT_JOINT', field: name === 'programme' ? 'kind' : 'programme', value: programme },
    ...fill(WORDS.APPROVAL_OF_ANOTHER, { approval, programme }),
  }),
})

/** Parents that lead back to where they began. */
export const PARENT_CYCLE: Warning = {
  of: ({ name, fields }) => fields.some(({ to }) => to === name),
  async find(db, touched, { name, fields }) {
    const warnings: RecordWarning[] = []
    for (const { name: field, to } of fields) {
      if (to !== name) continue
      const links = await listParentLinks(db, touched, tableOf(name), field)
      warnings.push(...findCycles(links).flatMap((cycle) => sayCycle(field, cycle)))
    }
    return warnings
  },
}

interface ParentLink {
  code: string
  parent: string
  /** Row of the file; null where it is not the batch's. */
  row: number | null
  isBrought: number
}

/** Every record of a table that names another of it in `field`. */
async function listParentLinks(db: Connection, touched: Touched, table: string, field: string): Promise<ParentLink[]> {
  const { rows } = await sql<ParentLink>`
    select code, ${sql.ref(field)} as parent, case when batch = ${touched.batch} then row end as row,
      case when batch = ${touched.batch} then 1 else 0 end as "isBrought"
    from ${sql.table(table)} where ${isCurrent(touched)} and ${sql.ref(field)} is not null order by code`.execute(db)
  return rows
}

/** Every circle that links close, each once, as its links in order. */
function findCycles(links: readonly ParentLink[]): ParentLink[][] {
  const byCode = new Map(links.map((link) => [link.code, link]))
  const done = new Set<string>()
  const cycles: ParentLink[][] = []
  for (const start of links) {
    const path: ParentLink[] = []
    let link: ParentLink | undefined = start
    while (link && !done.has(link.code)) {
      done.add(link.code)
      path.push(link)
      link = byCode.get(link.parent)
    }
    const from = link ? path.indexOf(link) : -1
    if (from >= 0) cycles.push(path.slice(from))
  }
  return cycles
}

/** Said at the first of the batch's rows in it; a circle that the batch has no part in is old news. */
function sayCycle(field: string, cycle: ParentLink[]): RecordWarning[] {
  const ours = cycle.find(({ isBrought }) => isBrought === 1)
  if (!ours) return []
  const at = cycle.indexOf(ours)
  const codes = [...cycle.slice(at), ...cycle.slice(0, at)].map(({ code }) => code)
  const way = [...codes, ours.code].join(' → ')
  const said = {
    ...{ code: 'PARENT_CYCLE' as const, field, value: ours.parent },
    ...fill(WORDS.PARENT_CYCLE, { way }),
  }
  return [warningOf(ours.row, said)]
}
