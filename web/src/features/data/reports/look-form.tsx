import { useRef, useState, type FormEvent } from 'react'
import type { InstitutionFacts, ReportFigureFacts } from '../../../graph/generated.ts'
import { useDeed } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/choice.tsx'
import { FormActions } from '../../../ui/form-actions.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { FiguresTable } from './figures-table.tsx'
import { PdfChoice } from './pdf-choice.tsx'
import { MakingProgress, useProgressName } from '../making-progress.tsx'
import { RefreshReportMutation, VerifyReportMutation } from './report-queries.ts'
import { fileIn, saveDocument } from './save-document.ts'
import WORDS from './words.json' with { type: 'json' }

interface Props {
  institution: InstitutionFacts
  releases: string[]
  makesPdf: boolean
  onDone: (said: string) => void
  onCancel: () => void
}

interface Seen {
  figures: readonly ReportFigureFacts[]
  unbound: string[]
}

/** A Word file that was filled here is verified or refreshed; it is not kept. */
export function LookForm({ institution: { code }, releases, makesPdf, onDone, onCancel }: Props) {
  const { say } = useLanguage()
  const { busy, refused, fault, send } = useDeed()
  const form = useRef<HTMLFormElement>(null)
  const progress = useProgressName()
  const [release, setRelease] = useState('')
  const [lacksFile, setLacksFile] = useState(false)
  const [seen, setSeen] = useState<Seen | null>(null)

  async function look(what: 'verify' | 'refresh', event?: FormEvent) {
    event?.preventDefault()
    const file = fileIn(form.current!)
    setLacksFile(file === null)
    if (file === null) return
    const order = { institution: code, file, release: release || null }
    if (what === 'verify') {
      const done = await send(VerifyReportMutation, order)
      if (done)
        setSeen({
          figures: done.figures,
          unbound: done.unbound.map(({ place, text }) => say({ zh: `${text}（${place}）`, en: `${text} (${place})` })),
        })
      return
    }
    const given = new FormData(form.current!)
    const [take, tracked, pdf] = [given.has('take'), given.has('tracked'), given.has('pdf')]
    const done = await send(RefreshReportMutation, { ...order, take, tracked, pdf, progress })
    if (!done) return
    setSeen({ figures: done.figures, unbound: [] })
    saveDocument(done.document, file.name, done.pdf)
    const of = (...wanted: string[]) => done.figures.filter(({ outcome }) => wanted.includes(outcome ?? '')).length
    onDone([say(WORDS.refreshed, { written: of('written'), kept: of('kept', 'commented') }), ...done.said].join(' '))
  }

  return (
    <form
      ref={form}
      className="card stack"
      aria-label={say(WORDS.lookAt)}
      aria-busy={busy}
      noValidate
      onSubmit={(event) => void look('verify', event)}
    >
      <Field
        name="file"
        label={say(WORDS.file)}
        type="file"
        accept=".docx"
        required
        aria-invalid={lacksFile || undefined}
      />
      {lacksFile && <p className="problem">{say(WORDS.wantsFile)}</p>}
      <Choice<string>
        label={say(WORDS.release)}
        value={release}
        options={[{ value: '', text: say(WORDS.live) }, ...releases.map((name) => ({ value: name, text: name }))]}
        onChange={setRelease}
      />
      <label className="check">
        <input type="checkbox" name="take" /> {say(WORDS.take)}
      </label>
      <label className="check">
        <input type="checkbox" name="tracked" /> {say(WORDS.tracked)}
      </label>
      <PdfChoice makesPdf={makesPdf} />
      <NotDone refused={refused} fault={fault} retry={() => void look('verify')} />
      {busy && <MakingProgress name={progress} />}
      {seen && <FiguresTable figures={seen.figures} />}
      {seen && seen.unbound.length > 0 && (
        <p>{say(WORDS.unbound, { list: seen.unbound.join(say({ zh: '、', en: ', ' })) })}</p>
      )}
      <div className="actions">
        <Button disabled={busy} onClick={() => void look('refresh')}>
          {say(WORDS.refresh)}
        </Button>
      </div>
      <FormActions busy={busy} onCancel={onCancel}>
        {say(WORDS.verify)}
      </FormActions>
    </form>
  )
}
