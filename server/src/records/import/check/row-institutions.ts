import { fill, type Words } from '@causeway/shared/words/words'
import { kept } from '../../../ground/kept.ts'
import { didYouMean } from '../../../ground/nearest.ts'
import { findSuccessor, goesToSuccessor, type Successor } from '../../identity/find-code.ts'
import type { BatchWriter } from '../../batch-rows.ts'
import type { FieldOption } from '../../field-options.ts'
import type { RecordType } from '../../record-type.ts'
import type { ReadRow, RowChecker } from './check-row.ts'
import type { NearCodes } from './near-codes.ts'
import type { RowCode } from '../ground/problem-codes.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import { findBadDecision } from '../../identity/check-decisions.ts'
import { readDecisions } from '../../identity/read-identity.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** They part the institution from the rest of an id. */
const NOT_IN_AN_INSTITUTION = /[/\t\r\n]/

/** Tells whose record a row is: what it says, what --institution said, and who took that one's place. */
export interface RowInstitutions {
  /** How many rows of an institution went to the one that took its place. */
  readonly succeeded: ReadonlyMap<string, { to: string; rows: number }>
  /** As `find`, where an earlier row had the same answer; null: it has to be asked. */
  known(read: ReadRow): string | null
  /** Null: it is wrong, which is among the problems now, or cannot be known of a row that is wrong otherwise. */
  find(read: ReadRow, problems: RowProblem[]): Promise<string | null>
}

/** `institution`: what --institution said. */
export function makeRowInstitutions(
  { type, institution: given }: { type: RecordType; institution: string | null },
  checker: RowChecker,
  writer: BatchWriter,
  near: NearCodes,
): RowInstitutions {
  const succeeded = new Map<string, { to: string; rows: number }>()
  /** Institutions that are there and that none succeeded: of their further rows nothing is asked. */
  const plain = new Set<string>()
  const successors = new Map<string, Promise<Successor | null>>()

  /** A record of type `institution` belongs to the institution it describes. */
  const findOwn = (read: ReadRow, problems: RowProblem[]): string | null => {
    const { code } = read.values
    if (typeof code !== 'string') return null
    const before = problems.length
    if (NOT_IN_AN_INSTITUTION.test(code)) {
      problems.push(checker.at(read.place, 'code', code, 'BAD_CHARACTER', REFUSALS.BAD_INSTITUTION_CODE))
    }
    if (given !== null && given !== code) {
      problems.push(
        checker.at(read.place, 'institution', code, 'OTHER_INSTITUTION', fill(REFUSALS.OTHER_INSTITUTION, { given })),
      )
    }
    return problems.length > before ? null : code
  }

  const succeed = async (code: string, read: ReadRow): Promise<string | null> => {
    const successor = await kept(successors, code, () => findSuccessor(writer.connection, code))
    // From which day on the other has it, a wrong date cannot tell; and a wrong row goes to nobody.
    if (successor && read.problems.length > 0) return successor.from === null ? successor.code : null
    if (!successor || !goesToSuccessor(type, successor, read.values)) return code
    kept(succeeded, code, () => ({ to: successor.code, rows: 0 })).rows++
    return successor.code
  }

  const find: RowInstitutions['find'] = async (read, problems) => {
    const problem = (value: string, code: RowCode, message: Words, nearest: readonly FieldOption[] = []) =>
      problems.push(checker.at(read.place, 'institution', value, code, message, nearest))
    if (type.name === 'institution') return findOwn(read, problems)
    const code = read.institution === '' ? (given ?? '') : read.institution
    if (code === '') {
      problem('', 'REQUIRED', { zh: '须写明学校代码', en: 'the code of the institution is required' })
      return null
    }
    if (given !== null && code !== given) {
      problem(code, 'OTHER_INSTITUTION', fill(REFUSALS.ROW_OF_ANOTHER, { given }))
      return null
    }
    const settled = await succeed(code, read)
    if (settled === null) return null
    if (!(await writer.hasInstitution(settled))) {
      // Asked inside the transaction: what was there when the file was opened may have been taken back since.
      const nearest = await near.list(settled, 'institution', settled)
      const meant = didYouMean(nearest.map(({ key }) => key))
      const message = fill(REFUSALS.NO_INSTITUTION, { meantZh: meant.zh, meantEn: meant.en })
      problem(settled, 'UNKNOWN_INSTITUTION', message, nearest)
      return null
    }
    if ((await successors.get(code)) === null) plain.add(code)
    return settled
  }
  const known: RowInstitutions['known'] = (read) => {
    const code = read.institution || given
    return code !== null && plain.has(code) ? code : null
  }
  return { succeeded, known, find }
}

/** A file of decisions of which one cannot be beside the others says so as a whole: which is wrong, only a person can tell. */
export async function refuseBadDecisions(writer: BatchWriter): Promise<void> {
  for (const { institution } of writer.touched('same-as')) {
    const bad = await findBadDecision(writer.connection, institution, writer.batch)
    if (!bad) continue
    const { code, sameAs } = bad.decision
    throw new ImportRefused('BAD_DECISION', {
      ...bad.words,
      column: bad.field,
      value: bad.field === 'code' ? code : (sameAs ?? ''),
    })
  }
}

/** The rows of an institution that was succeeded go to another, which the importer may have no right to. */
export function refuseOthers(writer: BatchWriter, type: RecordType, mayChange: (institution: string) => boolean): void {
  const other = writer.touched(type.name).find(({ institution }) => !mayChange(institution))
  if (other) throw notYours(other.institution)
}

/** Where institutions became one, later rows of one go to the other: it takes the right to both, anyone who's decision it is. */
export async function refuseOthersDecisions(
  writer: BatchWriter,
  mayChange: (institution: string) => boolean,
): Promise<void> {
  for (const { institution } of writer.touched('same-as'))
    for (const { recordType, code, sameAs, batch } of await readDecisions(writer.connection, institution)) {
      if (recordType !== 'institution' || batch !== writer.batch) continue
      const other = [code, sameAs].find((one) => one !== null && !mayChange(one))
      if (other != null) throw notYours(other)
    }
}

function notYours(institution: string): ImportRefused {
  return new ImportRefused('NOT_YOURS', {
    ...REFUSALS.NOT_YOURS,
    value: institution,
  })
}

/** Whose rows went to the institution that took theirs. */
export function successionWarnings(all: readonly RowInstitutions[]): RowProblem[] {
  const most = all.flatMap(({ succeeded }) => [...succeeded]).sort(([, a], [, b]) => a.rows - b.rows)
  return [...new Map(most)].map(([code, { to, rows }]) => ({
    row: null,
    column: 'institution',
    code: 'SUCCESSOR',
    value: code,
    message: fill(REFUSALS.SUCCEEDED, { code, to, rows }),
  }))
}
