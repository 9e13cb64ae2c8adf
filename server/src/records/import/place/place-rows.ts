import { sheetAndRow } from '../ground/source-row.ts'
import type { BatchWriter } from '../../batch-rows.ts'
import type { RowOutcome } from '../../batch-writer.ts'
import type { RecordType } from '../../record-type.ts'
import { recordTypeOf } from '../../record-types.ts'
import type { ImportTally } from '../report/import-tally.ts'
import { duplicateKey, duplicateRow, findEarlierRows, nameOf, type EarlierRow } from './repeated-rows.ts'
import { addRows } from './row-adder.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import { isWrong, type Going, type Part, type WholeRow } from './whole-row.ts'

interface Placing {
  writer: BatchWriter
  tally: ImportTally
}

const AT_ONCE = 500

/**
 * Puts rows into the batch, each with all its records. Where some cannot go in, nothing is put there: those are given back, with what
 * is wrong among their problems.
 */
export async function placeRows(rows: readonly WholeRow[], placing: Placing): Promise<WholeRow[]> {
  if (rows.every(isSingle)) {
    for (const parts of byMaker(rows.flatMap((row) => row.parts))) await addSingles(parts, placing)
    return []
  }
  const parts = rows.flatMap((row) => row.parts).filter(({ maker }) => maker.gatherer === null)
  await ready(parts, placing.writer)
  await judge(parts, placing)
  const failed = rows.filter(isWrong)
  if (failed.length > 0) return failed
  await add(parts, placing.writer)
  const earlier = await findRepeated(parts, placing)
  for (const row of rows) tellOf(row, earlier, placing.tally)
  await gather(rows, placing)
  return []
}

/** Nothing else goes in with it, or rests on another of these rows. */
function isSingle({ parts: [first, ...others] }: WholeRow): boolean {
  if (others.length > 0) return false
  const { maker, asked } = first!
  return (
    asked.row.companion === null && asked.open.length === 0 && asked.openKeys === undefined && maker.gatherer === null
  )
}

function byMaker(parts: readonly Part[]): Part[][] {
  const ordered = parts.toSorted((a, b) => a.maker.type.order - b.maker.type.order)
  return [...Map.groupBy(ordered, ({ maker }) => maker).values()]
}

async function addSingles(parts: readonly Part[], { writer, tally }: Placing): Promise<void> {
  for (let at = 0; at < parts.length; at += AT_ONCE) {
    const rows = parts.slice(at, at + AT_ONCE).map(({ asked }) => asked.row)
    await addRows(rows, { ...parts[0]!.maker, writer, tally })
  }
}

/** As they go in. An entry that several rows create goes in with the first of them. */
async function ready(parts: readonly Part[], writer: BatchWriter): Promise<void> {
  const created = new Set<string>()
  for (const part of parts) {
    const { maker, asked, isCreated } = part
    const { row, problems } = asked
    const own = maker.settler.toChecked(maker.type, row, row.values)
    if ('code' in own) {
      problems.push(own)
      continue
    }
    part.further = null
    part.own = { type: maker.type, checked: own, outcome: null }
    if (isCreated) {
      const name = `${maker.type.name}\n${nameOf(own)}`
      if (created.has(name) || (await writer.hasCode(own.institution, maker.type.name, own.key))) part.own = null
      created.add(name)
    }
    if (!row.companion) continue
    const type = recordTypeOf(maker.type.companion!.type)
    const further = maker.settler.toChecked(type, row, row.companion)
    if ('code' in further) problems.push(further)
    else part.further = { type, checked: further, outcome: null }
  }
}

/** Of types that point to one another first what is pointed to. */
function byType(parts: readonly Part[]): [RecordType, { part: Part; going: Going }[]][] {
  const all = parts.flatMap((part) => [part.own, part.further].flatMap((going) => (going ? [{ part, going }] : [])))
  const ordered = all.toSorted((a, b) => a.going.type.order - b.going.type.order)
  return [...Map.groupBy(ordered, ({ going }) => going.type)]
}

async function judge(parts: readonly Part[], placing: Placing): Promise<void> {
  const ordered = byType(parts)
  const say = (type: RecordType, problem: RowProblem) => (ordered.length > 1 ? ofType(type, problem) : problem)
  for (const [type, some] of ordered) {
    const rows = some.map(({ going }) => going.checked)
    const outcomes = await placing.writer.judge(rows, type.name)
    const again = some.filter((_, i) => outcomes[i] === 'duplicate-key').map(toRepeated)
    const earlier = await findEarlierRows(placing, type, again)
    const among = new Map<string, EarlierRow>()
    for (const [i, { part, going }] of some.entries()) {
      const { checked } = going
      const outcome = outcomes[i]!
      if (typeof outcome !== 'string') part.asked.problems.push(part.maker.settler.toCodeInUse(checked, outcome))
      else if (outcome === 'duplicate-key')
        part.asked.problems.push(say(type, duplicateKey(type, checked, new Map([...earlier, ...among]))))
      else if (!among.has(nameOf(checked))) among.set(nameOf(checked), checked)
    }
  }
}

function toRepeated({ part, going }: { part: Part; going: Going }) {
  return { checked: going.checked, source: part.asked.row.source }
}

/** Of records of several types: which it is. */
function ofType({ label }: RecordType, problem: RowProblem): RowProblem {
  const { zh, en } = problem.message
  return { ...problem, message: { zh: `「${label.zh}」：${zh}`, en: `"${label.en}": ${en}` } }
}

async function add(parts: readonly Part[], writer: BatchWriter): Promise<void> {
  for (const [type, some] of byType(parts))
    for (let at = 0; at < some.length; at += AT_ONCE) {
      const goings = some.slice(at, at + AT_ONCE).map(({ going }) => going)
      const outcomes = await writer.add(
        goings.map(({ checked }) => checked),
        type.name,
      )
      for (const [i, going] of goings.entries()) going.outcome = outcomes[i]!
    }
}

type Earlier = ReadonlyMap<RecordType, Awaited<ReturnType<typeof findEarlierRows>>>

async function findRepeated(parts: readonly Part[], placing: Placing): Promise<Earlier> {
  const found = new Map<RecordType, Awaited<ReturnType<typeof findEarlierRows>>>()
  for (const [type, some] of byType(parts)) {
    const { places, place } = placing.tally
    for (const { part, going } of some)
      if (going.outcome !== 'duplicate-alike') places.note(type, nameOf(going.checked), part.asked.row.source, place)
    const again = some.filter(({ going }) => going.outcome === 'duplicate-alike').map(toRepeated)
    if (again.length > 0) found.set(type, await findEarlierRows(placing, type, again))
  }
  return found
}

const SHOWN = { accepted: 'NEW', updated: 'UPDATED', unchanged: 'UNCHANGED' } as const
type Became = keyof typeof SHOWN

/** Counts what became of a row. What it repeats of another row is counted with that, unless it repeats all. */
function tellOf({ source, parts }: WholeRow, earlier: Earlier, tally: ImportTally): void {
  for (const { isCreated, own, maker, source: made } of parts)
    if (isCreated && own?.outcome === 'accepted') {
      const ofAll = maker.readings.flatMap(({ field, saidOfAll }) => (saidOfAll?.(made) ? [field] : []))
      tally.create(maker.type, own.checked, ofAll)
    }
  const about = parts.filter(({ isCreated, own }) => !isCreated && own)
  if (about.length === 0) return
  const became = about.flatMap(({ own, further }) => becameOf(own!.outcome!, further?.outcome ?? null) ?? [])
  if (became.length === 0) {
    became.push('unchanged')
    for (const { own } of about)
      tally.warnings.add({ ...duplicateRow(own!.type, own!.checked, earlier.get(own!.type)!), ...sheetAndRow(source) })
  }
  for (const one of became) tally.rows[one]++
  const most = (['accepted', 'updated', 'unchanged'] as const).find((one) => became.includes(one))!
  tally.preview?.became(source, SHOWN[most])
}

/** Null: another row of the file said the same. */
function becameOf(own: RowOutcome, further: RowOutcome | null): Became | null {
  for (const outcome of [own, further])
    if (typeof outcome === 'object' && outcome !== null) throw new Error('a record that was judged right is wrong')
  if (own === 'duplicate-key') throw new Error('a key that was judged free is taken')
  if (own === 'duplicate-alike' && further === null) return null
  const plain = own === 'duplicate-alike' ? 'unchanged' : (own as Became)
  return plain === 'unchanged' && (further === 'accepted' || further === 'updated') ? further : plain
}

/** What a mapping makes one of comes out at the end. */
async function gather(rows: readonly WholeRow[], placing: Placing): Promise<void> {
  const alone: Part[] = []
  for (const part of rows.flatMap((row) => row.parts)) {
    const taken = part.maker.gatherer?.take(part.asked.row)
    if (taken === null) placing.tally.rowsMerged++
    else if (taken === false) alone.push(part)
  }
  for (const parts of byMaker(alone)) await addSingles(parts, placing)
}
