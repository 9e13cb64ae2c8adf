import { findBadDecision } from '../identity/check-decisions.ts'
import { readDecisions } from '../identity/read-identity.ts'
import type { BatchWriter } from '../batch-writer.ts'
import type { RecordType } from '../record-type.ts'
import { ImportRefused } from './import-refused.ts'
import type { RowInstitutions } from './row-institutions.ts'
import type { RowProblem } from './row-problem.ts'

/** A file of decisions of which one cannot be beside the others says so as a whole: which is wrong, only a person can tell. */
export async function refuseBadDecisions(writer: BatchWriter): Promise<void> {
  for (const { institution } of writer.touched('same-as')) {
    const bad = await findBadDecision(writer.connection, institution, writer.batch)
    if (!bad) continue
    const { code, sameAs } = bad.decision
    throw new ImportRefused('BAD_DECISION', bad.words, {
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
  return new ImportRefused(
    'NOT_YOURS',
    {
      zh: '文件中有记入另一所学校的行，而您没有修改那所学校台账的权限。',
      en: 'The file holds rows that go to another institution, whose records you have no right to change.',
    },
    { value: institution },
  )
}

/** Whose rows went to the institution that took theirs. */
export function successionWarnings({ succeeded }: RowInstitutions): RowProblem[] {
  return [...succeeded].map(([code, { to, rows }]) => ({
    row: null,
    column: 'institution',
    code: 'SUCCESSOR',
    value: code,
    message: {
      zh: `学校 ${code} 已由 ${to} 承继，${rows} 行记入 ${to}。`,
      en: `The institution ${code} was succeeded by ${to}: ${rows} rows went to ${to}.`,
    },
  }))
}
