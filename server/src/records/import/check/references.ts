import { fill } from '@causeway/shared/words/words'
import type { BatchWriter } from '../../batch-rows.ts'
import { kept } from '../../../ground/kept.ts'
import { didYouMean } from '../../../ground/nearest.ts'
import { foldName, makeCodeFinder, nameColumnsOf, type CodeFinder } from '../../identity/find-code.ts'
import type { Field, RecordType } from '../../record-type.ts'
import { fieldsOf, recordTypeOf } from '../../record-types.ts'
import type { RowChecker } from './check-row.ts'
import type { NearCodes } from './near-codes.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import type { SettledRow, SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Whether a record of the type and code comes with the file, for the institution of the row that asks. */
export type Offered = (recordType: string, code: string) => boolean

/** What rows of a type may point to. */
export interface Referring {
  type: RecordType
  /** Types of which further rows of the file may bring records; absent: that of the rows. */
  mayCome?: ReadonlySet<string>
  /** Fields whose text is a code made from a name, and how that name is read. */
  named?: ReadonlyMap<string, (row: SourceRow) => string>
  /** Shared by all entries of a file; absent: it has one. */
  codes?: CodeFinder
}

const NOTHING_NAMED: NonNullable<Referring['named']> = new Map()
const NONE_OPEN: readonly Field[] = []

export type References = ReturnType<typeof makeReferences>

/** Finds what rows point to, by code or by name. */
export function makeReferences(
  { type, mayCome = new Set([type.name]), named = NOTHING_NAMED, codes: shared }: Referring,
  checker: RowChecker,
  writer: BatchWriter,
  near: NearCodes,
) {
  const fields = fieldsOf(type).filter(({ kind }) => kind === 'reference')
  const codes = shared ?? makeCodeFinder(writer.connection)
  const isNamedByFile = shared !== undefined || fields.some(({ to }) => to === type.name)

  /** What a reference says, as the file has it. */
  const wordsOf = ({ source, values }: SettledRow, { name }: Field): string =>
    named.get(name)?.(source) ?? String(values[name])

  const refer = (row: SettledRow, { name }: Field, code: string): void => {
    row.values[name] = code
    for (const [theirs, ours] of Object.entries(type.companion?.as ?? {}))
      if (row.companion && ours === name) row.companion[theirs] = code
  }

  /** A spelling that was decided on, or the name of one thing: the row is given the code that it means. */
  const isMeant = async (row: SettledRow, field: Field, offered: Offered = () => false): Promise<boolean> => {
    const code = await codes.find(row.institution, field.to!, wordsOf(row, field))
    if (code === null) return false
    if (!offered(field.to!, code) && !(await writer.hasCode(row.institution, field.to!, code))) return false
    refer(row, field, code)
    return true
  }

  /** What a code was made from is registered under another: that one is meant. */
  const takeRegistered = async ({ source, institution, values }: SettledRow): Promise<void> => {
    const nameOf = named.get('code')
    if (!nameOf || typeof values['code'] !== 'string') return
    if (await writer.hasCode(institution, type.name, values['code'])) return
    const code = await codes.find(institution, type.name, nameOf(source))
    if (code !== null && (await writer.hasCode(institution, type.name, code))) values['code'] = code
  }

  const spelled = new Map<string, SettledRow['values']>()

  /** A name that a code was made from may be spelled in several ways: as it was first, so that rows do not differ by that. */
  const spellAlike = ({ institution, values }: SettledRow): void => {
    const first = kept(spelled, `${institution}\n${values['code']}`, () => values)
    for (const column of nameColumnsOf(type.name)) {
      const [before, name] = [first[column], values[column]]
      if (typeof before === 'string' && typeof name === 'string' && foldName(before) === foldName(name))
        values[column] = before
    }
  }

  return {
    codes,
    refer,
    wordsOf,

    /** Asks for the codes that rows name, many at once. */
    async learn(rows: readonly SettledRow[]): Promise<void> {
      for (const { name, to } of fields) {
        const named = rows.flatMap(({ institution, values }): [string, string][] => {
          const code = values[name]
          return institution !== '' && typeof code === 'string' ? [[institution, code]] : []
        })
        await writer.learnCodes(to!, named)
      }
    },

    /** What is not there becomes a problem, or where it may yet come is given back. */
    async ask(row: SettledRow, problems: RowProblem[]): Promise<readonly Field[]> {
      if (named.size > 0) await takeRegistered(row)
      if (named.has('code')) spellAlike(row)
      if (isNamedByFile) codes.learn(row.institution, type.name, row.values)
      let open = NONE_OPEN
      for (const field of fields) {
        const code = row.values[field.name]
        if (typeof code !== 'string' || (await writer.hasCode(row.institution, field.to!, code))) continue
        if (mayCome.has(field.to!)) open = [...open, field]
        else if (!(await isMeant(row, field))) problems.push(await this.unknown(row, field))
      }
      return open
    },

    /** Whether a reference that was open is one: to a record that is there by now, or that is offered, by code or by name. */
    async close(row: SettledRow, field: Field, offered: Offered): Promise<boolean> {
      const code = row.values[field.name]
      if (typeof code !== 'string' || offered(field.to!, code)) return true
      return (await writer.hasCode(row.institution, field.to!, code)) || isMeant(row, field, offered)
    },

    async unknown(row: SettledRow, field: Field): Promise<RowProblem> {
      const { label, name } = recordTypeOf(field.to!)
      const words = wordsOf(row, field)
      const nearest = await near.list(row.institution, field.to!, words)
      const { size: count } = await codes.called(row.institution, field.to!, words)
      if (count > 1) {
        const said = fill(REFUSALS.SEVERAL_NAMED, { count, labelZh: label.zh, typeEn: `"${label.en}"` })
        return checker.at(row.source, field.name, words, 'AMBIGUOUS_REFERENCE', said, nearest)
      }
      const meant = didYouMean(nearest.map(({ key }) => key))
      const facts = { name, labelZh: label.zh, labelEn: label.en.toLowerCase(), nearZh: meant.zh, nearEn: meant.en }
      const message = fill(nameColumnsOf(name).length > 0 ? REFUSALS.NOTHING_CALLED_SO : REFUSALS.NO_SUCH_CODE, facts)
      return checker.at(row.source, field.name, words, 'UNKNOWN_REFERENCE', message, nearest)
    },
  }
}
