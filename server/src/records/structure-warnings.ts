import type { Connection } from '../ground/database/database.ts'
import { listNotJoint } from '../ground/database/doubtful-joint-programmes.ts'
import { listParentLinks, type ParentLink } from '../ground/database/doubtful-parents.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import { tableOf, type RecordType } from './record-type.ts'
import type { RecordWarning } from './record-warning.ts'

/** Parents that lead back to where they began, and joint programmes of an ordinary kind. */
export async function findStructureWarnings(
  db: Connection,
  place: BatchPlace,
  type: RecordType,
): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  for (const { name: field, to } of type.fields) {
    if (to !== type.name) continue
    const links = await listParentLinks(db, place, { table: tableOf(type.name), field })
    warnings.push(...findCycles(links).flatMap((cycle) => toCycle(field, cycle)))
  }
  if (type.name === 'joint-programme' || type.name === 'programme') {
    for (const { row, programme, approval } of await listNotJoint(db, place, type.name)) {
      const message = {
        zh: `合作办学 ${approval} 的专业 ${programme} 在专业台账中未标为“中外合作办学”，中外合作办学的课程、学生等指标不会计入它。请更正专业类别或专业编号。`,
        en: `Programme ${programme} of the approval ${approval} is not of kind joint among the programmes, so that figures of joint programmes leave it out. Mend its kind, or the code.`,
      }
      const field = type.name === 'programme' ? 'kind' : 'programme'
      warnings.push({ code: 'NOT_JOINT', row, field, value: programme, message })
    }
  }
  return warnings
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
function toCycle(field: string, cycle: ParentLink[]): RecordWarning[] {
  const ours = cycle.find(({ isBrought }) => isBrought === 1)
  if (!ours) return []
  const at = cycle.indexOf(ours)
  const codes = [...cycle.slice(at), ...cycle.slice(0, at)].map(({ code }) => code)
  const way = [...codes, ours.code].join(' → ')
  const message = {
    zh: `上下级（前后续）关系绕成一圈：${way}。请更正其中一处，最上一级应为空。`,
    en: `These lead back to where they began: ${way}. Mend one of them; the topmost stays empty.`,
  }
  return [{ code: 'PARENT_CYCLE', row: ours.row, field, value: ours.parent, message }]
}
