import '../../../styles/import.css'
import { useEffect, useState } from 'react'
import { useAddress } from '../../../address/use-address.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { useSession } from '../../../session/use-session.tsx'
import type { InstitutionFacts } from '../../../graph/generated.ts'
import { NotDone } from '../../../ui/not-done.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import { unitNames } from '../reporting.ts'
import { CheckStep } from './check-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { isOf, newDraft, NOTHING_CHOSEN, setImport, useImportState } from './import-draft.ts'
import { ImportProgress } from './import-progress.tsx'
import { ImportSetQuery } from './import-query.ts'
import { IMPORT_WORDS } from './import-words.ts'
import { PreviewStep } from './preview-step.tsx'
import { Receipt } from './receipt.tsx'
import { StepList } from './steps.tsx'
import { Told } from './told.tsx'
import { useImport } from './use-import.ts'

/** From a file to figures: chosen, checked and mended, what it would change, done. */
export function ImportTab({ institution }: { institution: InstitutionFacts | null }) {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const { session } = useSession()
  const code = institution?.code ?? null
  const { draft, report, unchecked, ...found } = useImportState()
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
  const file = desk.followed ?? draft?.file.name ?? null

  async function begin(file: File) {
    const forUnit = units.some(([unit]) => unit === view.unit) ? view.unit! : null
    const draft = newDraft({ institution: code, everywhere: session?.institution === null, file, type, forUnit })
    setImport({ ...NOTHING_CHOSEN, draft })
    await desk.checkAnew()
  }

  return (
    <div className="import">
      <StepList step={desk.followed !== null ? 'preview' : step} />
      {desk.progress && file !== null && (
        <ImportProgress progress={desk.progress} file={file} importing={desk.importing} />
      )}
      {(desk.fault || desk.refused) && (
        <div className="import-failed">
          <NotDone refused={desk.refused} fault={desk.fault} retry={desk.retry} />
          {draft && <p className="quiet">{say(step === 'preview' ? IMPORT_WORDS.keptImporting : IMPORT_WORDS.kept)}</p>}
        </div>
      )}
      {desk.interrupted && (
        <div className="import-failed" role="alert">
          <p className="problem">{say(IMPORT_WORDS.interrupted)}</p>
          <div className="actions">
            <button type="button" className="button" onClick={() => void desk.check('preview')}>
              {say(IMPORT_WORDS.interruptedLook)}
            </button>
          </div>
        </div>
      )}
      {desk.told && <Told report={desk.told} />}
      <div aria-busy={busy}>
        {desk.followed === null && (step === 'choose' || !report || (!draft && step !== 'done')) && (
          <ChooseStep types={types} type={type} onType={setType} onFile={(file) => void begin(file)} busy={busy} />
        )}
        {step === 'check' && draft && report && (
          <CheckStep
            draft={draft}
            report={report}
            unchecked={unchecked}
            desk={desk}
            types={types}
            units={units}
            institution={institution}
          />
        )}
        {step === 'preview' && draft && report && (
          <PreviewStep draft={draft} report={report} desk={desk} institution={institution} />
        )}
        {step === 'done' && report && <Receipt report={report} institution={institution} />}
      </div>
    </div>
  )
}
