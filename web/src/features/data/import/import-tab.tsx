import '../../../styles/import.css'
import { useEffect, useState } from 'react'
import { useAddress, Link } from '../../../address/address.tsx'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { useSession } from '../../../session/use-session.tsx'
import type { InstitutionFacts, WholeReport } from '../../../graph/generated.ts'
import { NotDone } from '../../../ui/not-done.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import { unitNames } from '../reporting.ts'
import { CheckStep } from './check-step.tsx'
import {
  isOf,
  lastTables,
  newDraft,
  nextId,
  NOTHING_CHOSEN,
  setImport,
  useImportState,
  type Draft,
} from './import-draft.ts'
import { ImportSetQuery, WRONG_ROWS_SHOWN } from './import-query.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { NONE_LEFT_OUT } from './dropped-files.ts'
import { ChooseStep, StepHeading, StepList } from './choose-step.tsx'
import { CreatedPanel } from './created-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { PreviewStep, Tally, ChangesOfParts } from './preview-step.tsx'
import { filesOf, TypesPanel, typesOf } from './types-panel.tsx'
import { SavedList } from './saved-list.tsx'
import { SaveReading } from './save-reading.tsx'
import { TemplatePanel } from './template-panel.tsx'
import { ChooseAgain } from './choose-again.tsx'
import { tablesAgain } from './other-edition.ts'
import { ImportProgress } from './import-progress.tsx'
import { namesOf, useImport } from './use-import.ts'
import { tablesOn } from './import-tables.ts'
import { formatValue } from '@causeway/shared/format-figure'
import { LIST_COMMA } from '@causeway/shared/words/words'
import { DataDate } from '../data-date.tsx'
import { Button } from '../../../ui/button.tsx'

/** From a file to figures: chosen, checked and corrected, what it would change, done. */
export function ImportTab({ institution }: { institution: InstitutionFacts | null }) {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const { session } = useSession()
  const code = institution?.code ?? null
  const state = useImportState()
  const { draft, report, whole, counted, unchecked, ...found } = state
  // Another college's receipt is not shown here.
  const step = found.step === 'done' && !isOf(found.institution, code) ? 'choose' : found.step
  const desk = useImport(code)
  const [type, setType] = useState(view.type ?? (institution === null ? 'institution' : null))
  const set = useAnswer(ImportSetQuery, {
    institution: institution?.code ?? '',
    some: institution !== null && institution.dataDate !== null,
    locale,
  })
  const elsewhere = draft !== null && draft.institution !== code
  useEffect(() => {
    // A file that was chosen for one college is not another's.
    if (elsewhere) setImport(NOTHING_CHOSEN)
  }, [elsewhere])
  useEffect(() => {
    // The next file may be of another type.
    if (step === 'done') setType(null)
  }, [step])
  useEffect(() => {
    if (!draft) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [draft])

  if (!set.data) return set.fault ? <FaultState fault={set.fault} retry={set.retry} /> : <Loading rows={6} />
  const types = set.data.recordTypes
  const units = [...unitNames(set.data.units?.edges ?? [])]
  const busy = desk.progress !== null
  const file = desk.followed ?? (draft && namesOf(tablesOn(state)))

  async function begin(files: File[], leftOut = NONE_LEFT_OUT) {
    const forUnit = units.some(([unit]) => unit === view.unit) ? view.unit! : null
    const about = { institution: code, everywhere: session?.institution === null, type, forUnit }
    const before = lastTables()
    const tables = files.flatMap((file) => {
      const again = tablesAgain(before, file, code)
      return again.length > 0 ? again : [newDraft({ ...about, file })]
    })
    await beginWith(tables, leftOut)
  }

  /** Files that were changed after they were chosen, in the place of what they were. */
  async function chooseAgain(files: File[]) {
    const before = [...lastTables()].sort((a, b) => a.id - b.id)
    const isAgain = (one: Draft) => files.some(({ name }) => name === one.file.name)
    if (!before.some(isAgain)) return begin(files)
    const others = before.filter((one) => !isAgain(one))
    const again = files.flatMap((file) => tablesAgain(before, file, code, true))
    await beginWith([...again, ...others])
  }

  async function beginWith(tables: Draft[], leftOut = NONE_LEFT_OUT) {
    const choice = nextId()
    const ofChoice = tables.map((one) => ({ ...one, choice }))
    const draft = ofChoice.find(({ isOn }) => isOn)!
    setImport({ ...NOTHING_CHOSEN, draft, aside: ofChoice.filter((one) => one !== draft), leftOut })
    await desk.checkAnew()
  }

  return (
    <div className="import">
      <StepList step={desk.followed !== null ? 'preview' : step} />
      {desk.progress && file !== null && (
        <ImportProgress progress={desk.progress} file={file} stop={desk.importing ? null : desk.stop} />
      )}
      {(desk.fault || desk.refused) && (
        <div className="import-failed stack-tight">
          <NotDone refused={desk.refused} fault={desk.fault} retry={desk.retry} />
          {draft && desk.fault?.code !== 'FILE_CHANGED' && (
            <p className="quiet">{say(step === 'preview' ? IMPORT_WORDS.keptImporting : IMPORT_WORDS.kept)}</p>
          )}
          {desk.fault?.code === 'FILE_CHANGED' && <ChooseAgain onFiles={(files) => void chooseAgain(files)} />}
        </div>
      )}
      {desk.interrupted && (
        <div className="import-failed stack-tight" role="alert">
          <p className="problem">{say(IMPORT_WORDS.interrupted)}</p>
          <div className="actions">
            <Button onClick={() => void desk.check('preview')}>{say(IMPORT_WORDS.interruptedLook)}</Button>
          </div>
        </div>
      )}
      {desk.said && <Said report={desk.said} />}
      <div aria-busy={busy}>
        {desk.followed === null && (step === 'choose' || !report || (!draft && step !== 'done')) && (
          <ChooseStep
            types={types}
            type={type}
            onType={setType}
            onFiles={(...chosen) => void begin(...chosen)}
            busy={busy}
          >
            <TemplatePanel types={types} institution={institution?.dataDate ? code : null} units={units} />
            {code !== null && <SavedList institution={code} units={units} />}
          </ChooseStep>
        )}
        {step === 'check' && draft && report && whole && (
          <CheckStep
            whole={whole}
            counted={counted}
            draft={draft}
            report={report}
            unchecked={unchecked}
            desk={desk}
            types={types}
            units={units}
            institution={institution}
          />
        )}
        {step === 'preview' && draft && whole && (
          <PreviewStep draft={draft} report={whole} desk={desk} institution={institution} />
        )}
        {step === 'done' && whole && <Receipt report={whole} institution={institution} units={units} />}
      </div>
    </div>
  )
}

/** What was done, under which number, and how to undo it. */
function Receipt({
  report,
  institution,
  units,
}: {
  report: WholeReport
  institution: InstitutionFacts | null
  units: [code: string, name: string][]
}) {
  const { locale, say } = useLanguage()
  const { batch } = report
  // Anyone who saves it here sees that it was.
  const [saved] = useState(useImportState().saved)
  const comma = say(LIST_COMMA)
  const late = batch && report.warnings.find(({ code }) => code === 'AFTER_DATA_DATE')
  return (
    <div className="data-parts stack-loose">
      <StepHeading step="done">{say(IMPORT_WORDS.receipt)}</StepHeading>
      <p className="note">
        {batch
          ? say(IMPORT_WORDS.receiptText, {
              file: filesOf(report, comma),
              batch: batch.batch,
              type: typesOf(report, comma),
            })
          : say(IMPORT_WORDS.receiptNothing)}
        {report.rejected > 0 &&
          `${say(IMPORT_WORDS.rejectedKept, { n: formatValue(report.rejected, 0, locale) })}${report.wrongRows
            .slice(0, WRONG_ROWS_SHOWN)
            .map(({ row }) => say(IMPORT_WORDS.row, { row }))
            .join(comma)}`}
      </p>
      <div className="actions">
        {batch && (
          <Link className="button" to={{ page: 'data' }} view={{ tab: 'batches', search: batch.id }}>
            {say(IMPORT_WORDS.toBatch)}
          </Link>
        )}
        <Button onClick={() => setImport(NOTHING_CHOSEN)}>{say(IMPORT_WORDS.next)}</Button>
      </div>
      {late && institution && <DataDate institution={institution} offered={late.value} why={late.message} />}
      {institution && report.parts.length === 0 && report.asMapping !== saved && (
        <SaveReading report={report} institution={institution.code} units={units} open={report.mapping === null} />
      )}
      <Tally report={report} title={say(IMPORT_WORDS.changed)} />
      <TypesPanel report={report} />
      <CreatedPanel report={report} />
      <FiguresPanel report={report} title={say(IMPORT_WORDS.figuresDone)} />
      <ChangesOfParts report={report} />
    </div>
  )
}

/** What came of an import, in one sentence, where its file is not here any more, or another one is. */
function Said({ report }: { report: WholeReport }) {
  const { say } = useLanguage()
  const { batch } = report
  const file = filesOf(report, say(LIST_COMMA))
  if (report.refused)
    return (
      <div className="import-failed stack-tight" role="alert">
        <p className="problem">{say(IMPORT_WORDS.nothingImported, { file })}</p>
      </div>
    )
  return (
    <p className="note" role="status">
      {batch
        ? say(IMPORT_WORDS.receiptText, { file, batch: batch.batch, type: typesOf(report, say(LIST_COMMA)) })
        : say(IMPORT_WORDS.nothingNew, { file })}
    </p>
  )
}
