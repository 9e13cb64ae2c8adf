import { formatValue } from '@causeway/shared/format-figure'
import { Link } from '../../../address/link.tsx'
import { useAddress } from '../../../address/use-address.ts'
import { useLanguage } from '../../../language/language.tsx'
import { fill } from '../../../language/fill.ts'
import type { InstitutionFacts, ImportReport } from '../../../graph/generated.ts'
import { DataDate } from '../data-date.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { NOTHING_CHOSEN, setImport } from './import-draft.ts'
import { WRONG_ROWS_SHOWN } from './import-query.ts'
import { IMPORT_WORDS } from './import-words.ts'
import { StepHeading } from './steps.tsx'
import { Tally } from './tally.tsx'

/** What was done, under which number, and how to undo it. */
export function Receipt({ report, institution }: { report: ImportReport; institution: InstitutionFacts | null }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { batch } = report
  const late = batch && report.warnings.find(({ code }) => code === 'AFTER_DATA_DATE')
  return (
    <div className="data-parts">
      <StepHeading step="done">{say(IMPORT_WORDS.receipt)}</StepHeading>
      <p className="note">
        {batch
          ? say(
              fill(IMPORT_WORDS.receiptText, {
                file: report.fileName,
                batch: batch.batch,
                type: report.recordType?.label ?? '',
              }),
            )
          : say(IMPORT_WORDS.receiptNothing)}
        {report.rejected > 0 &&
          `${say(fill(IMPORT_WORDS.rejectedKept, { n: formatValue(report.rejected, 0, locale) }))}${report.wrongRows
            .slice(0, WRONG_ROWS_SHOWN)
            .map(({ row }) => say(fill(IMPORT_WORDS.row, { row })))
            .join(say({ zh: '、', en: ', ' }))}`}
      </p>
      <div className="actions">
        {batch && (
          <Link className="button" href={address.to({ page: 'data' }, { tab: 'batches', search: batch.id })}>
            {say(IMPORT_WORDS.toBatch)}
          </Link>
        )}
        <button type="button" className="button" onClick={() => setImport(NOTHING_CHOSEN)}>
          {say(IMPORT_WORDS.next)}
        </button>
      </div>
      {late && institution && <DataDate institution={institution} offered={late.value} why={late.message} />}
      <Tally report={report} title={say(IMPORT_WORDS.changed)} />
      <FiguresPanel report={report} title={say(IMPORT_WORDS.figuresDone)} />
      <ChangesPanel report={report} />
    </div>
  )
}
