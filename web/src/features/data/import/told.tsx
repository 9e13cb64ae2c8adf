import { fill } from '../../../language/fill.ts'
import { useLanguage } from '../../../language/language.tsx'
import type { ImportReport } from '../../../graph/generated.ts'
import { IMPORT_WORDS } from './import-words.ts'

/** What came of an import, in one sentence, where its file is not here any more, or another one is. */
export function Told({ report }: { report: ImportReport }) {
  const { say } = useLanguage()
  const { fileName: file, batch, recordType } = report
  if (report.refused)
    return (
      <div className="import-failed" role="alert">
        <p className="problem">{say(fill(IMPORT_WORDS.nothingImported, { file }))}</p>
      </div>
    )
  return (
    <p className="note" role="status">
      {batch
        ? say(fill(IMPORT_WORDS.receiptText, { file, batch: batch.batch, type: recordType?.label ?? '' }))
        : say(fill(IMPORT_WORDS.toldNothing, { file }))}
    </p>
  )
}
