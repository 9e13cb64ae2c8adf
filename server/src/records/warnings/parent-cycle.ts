import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'
import type { RecordWarning, Touched, Warning } from '../warning.ts'

/** Parents that lead back to where they began. */
export const PARENT_CYCLE: Warning<'PARENT_CYCLE'> = {
  codes: {
    PARENT_CYCLE: { zh: '上下级关系绕成一圈', en: 'parents lead back to where they began' },
  },
  of: ({ name, fields }) => fields.some(({ to }) => to === name),
  async find(db, touched, type) {
    const warnings: RecordWarning<'PARENT_CYCLE'>[] = []
    for (const { name: field, to } of type.fields) {
      if (to !== type.name) continue
      const links = await listParentLinks(db, touched, { table: tableOf(type.name), field })
      warnings.push(...findCycles(links).flatMap((cycle) => toCycle(field, cycle)))
    }
    return warnings
  },
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
function toCycle(field: string, cycle: ParentLink[]): RecordWarning<'PARENT_CYCLE'>[] {
  const ours = cycle.find(({ isBrought }) => isBrought === 1)
  if (!ours) return []
  const at = cycle.indexOf(ours)
  const codes = [...cycle.slice(at), ...cycle.slice(0, at)].map(({ code }) => code)
  const way = [...codes, ours.code].join(' → ')
  const message = {
    zh: `上下级（前后续）关系绕成一圈：${way}。请更正其中一处，最上一级应为空。`,
    en: `These lead back to where they began: ${way}. Correct one of them; the topmost stays empty.`,
  }
  return [{ code: 'PARENT_CYCLE', row: ours.row, field, value: ours.parent, message }]
}

interface ParentLink {
  code: string
  parent: string
  /** Row of the file; null where it is not the batch's. */
  row: number | null
  isBrought: number
}

/** Every record of a table that names another of it in `field`. */
async function listParentLinks(
  db: Connection,
  { institution, batch }: Touched,
  { table, field }: { table: string; field: string },
): Promise<ParentLink[]> {
  const { rows } = await sql<ParentLink>`
    select code, ${sql.ref(field)} as parent, case when batch = ${batch} then row end as row,
      case when batch = ${batch} then 1 else 0 end as "isBrought"
    from ${sql.table(table)} where institution = ${institution} and until is null and ${sql.ref(field)} is not null
    order by code`.execute(db)
  return rows
}
