import { useRef, useState, type FormEvent } from 'react'
import { periodLabel } from '@causeway/shared/period'
import type { InstitutionFacts } from '../../../graph/generated.ts'
import { useDeed } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { useSetting } from '../../../setting/setting.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/choice.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FormActions } from '../../../ui/form-actions.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { PdfChoice } from './pdf-choice.tsx'
import { MakingProgress, useProgressName } from '../making-progress.tsx'
import { FillReportMutation } from './report-queries.ts'
import { fileIn, saveDocument } from './save-document.ts'
import WORDS from './words.json' with { type: 'json' }

interface Props {
  institution: InstitutionFacts
  templates: { name: string; label: string }[]
  releases: string[]
  mayKeep: boolean
  makesPdf: boolean
  onDone: (said: string) => void
  onCancel: () => void
}

interface Checked {
  asked: {
    place: string
    question: string
    text: string
    hasNumber: boolean
    isPartial: boolean
    remark: string | null
  }[]
  unknown: { tag: string; place: string; problem: string }[]
}

/** How many years back one may be filled. */
const YEARS = 8
const OWN = ''

/** A template, a year and a language: checked first, or filled at once. */
export function FillForm({ institution, templates, releases, mayKeep, makesPdf, onDone, onCancel }: Props) {
  const { locale, say } = useLanguage()
  const setting = useSetting()
  const { busy, refused, fault, send, forget } = useDeed()
  const form = useRef<HTMLFormElement>(null)
  const progress = useProgressName()
  const [template, setTemplate] = useState(templates[0]?.name ?? OWN)
  const [year, setYear] = useState(String(institution.openingYear))
  const [language, setLanguage] = useState<'ZH' | 'EN'>(locale)
  const [release, setRelease] = useState('')
  const [lacksFile, setLacksFile] = useState(false)
  const [checked, setChecked] = useState<Checked | null>(null)
  const years = setting.state === 'ready' ? setting.setting.years : null
  if (!years) return null
  const isOwn = template === OWN
  // A template that ships is in one language.
  const spoken = isOwn ? language : template.startsWith('zh/') ? 'ZH' : 'EN'

  async function fill(checkOnly: boolean, event?: FormEvent) {
    event?.preventDefault()
    const file = isOwn ? fileIn(form.current!) : null
    setLacksFile(isOwn && file === null)
    if (isOwn && file === null) return
    const given = new FormData(form.current!)
    const text = (name: string) => String(given.get(name) ?? '').trim() || null
    const keepAs = checkOnly ? null : text('keepAs')
    const done = await send(FillReportMutation, {
      ...{ institution: institution.code, template: isOwn ? null : template, file, year: Number(year) },
      ...{ language: spoken, release: release || null, partner: text('partner'), checkOnly, keepAs },
      ...{ pdf: !checkOnly && given.has('pdf'), progress },
    })
    if (!done) return
    const { document, fileName, pdf, figures, gaps, unknown } = done
    const counts = { fileName: fileName ?? '', figures, gaps, unknown: unknown.length }
    setChecked({
      asked: done.asked.filter(({ hasNumber, isPartial, remark }) => !hasNumber || isPartial || remark),
      unknown,
    })
    onDone(say(checkOnly ? WORDS.checked : WORDS.filled, counts))
    if (document !== null && fileName !== null) saveDocument(document, fileName, pdf)
    if (keepAs !== null) forget()
  }

  return (
    <form
      ref={form}
      className="card stack"
      aria-label={say(WORDS.fill)}
      aria-busy={busy}
      noValidate
      onSubmit={(event) => void fill(false, event)}
    >
      <Choice<string>
        label={say(WORDS.template)}
        value={template}
        options={[
          ...templates.map(({ name, label }) => ({
            value: name,
            text: `${label} (${say(name.startsWith('zh/') ? WORDS.zh : WORDS.en)})`,
          })),
          { value: OWN, text: say(WORDS.own) },
        ]}
        onChange={setTemplate}
      />
      {isOwn && (
        <Field
          name="file"
          label={say(WORDS.file)}
          type="file"
          accept=".docx"
          required
          aria-invalid={lacksFile || undefined}
        />
      )}
      {lacksFile && <p className="problem">{say(WORDS.wantsFile)}</p>}
      {isOwn && (
        <Choice<'ZH' | 'EN'>
          label={say(WORDS.language)}
          value={language}
          options={[
            { value: 'ZH', text: say(WORDS.zh) },
            { value: 'EN', text: say(WORDS.en) },
          ]}
          onChange={setLanguage}
        />
      )}
      <Choice<string>
        label={say(WORDS.year)}
        value={year}
        options={Array.from({ length: YEARS }, (_, back) => years.newest - back).map((one) => ({
          value: String(one),
          text: periodLabel(years.periodOf(one), locale),
        }))}
        onChange={setYear}
      />
      <Choice<string>
        label={say(WORDS.release)}
        value={release}
        options={[{ value: '', text: say(WORDS.live) }, ...releases.map((name) => ({ value: name, text: name }))]}
        onChange={setRelease}
      />
      <Field name="partner" label={say(WORDS.partner)} />
      {mayKeep && <Field name="keepAs" label={say(WORDS.keepAs)} maxLength={200} />}
      <PdfChoice makesPdf={makesPdf} />
      <NotDone refused={refused} fault={fault} retry={() => void fill(false)} />
      {busy && <MakingProgress name={progress} />}
      {checked && checked.asked.length > 0 && (
        <DataTable
          caption={say(WORDS.asked)}
          stacks
          rows={checked.asked}
          rowKey={(row) => String(checked.asked.indexOf(row))}
          columns={[
            { title: say(WORDS.place), cell: ({ place }) => place },
            { title: say(WORDS.question), cell: ({ question }) => <code>{question}</code> },
            { title: say(WORDS.text), cell: ({ text, remark }) => [text, remark].filter(Boolean).join(' · ') },
          ]}
        />
      )}
      {checked && checked.unknown.length > 0 && (
        <DataTable
          caption={say(WORDS.unknown)}
          stacks
          rows={checked.unknown}
          rowKey={(row) => String(checked.unknown.indexOf(row))}
          columns={[
            { title: say(WORDS.question), cell: ({ tag }) => <code>{tag}</code> },
            { title: say(WORDS.place), cell: ({ place }) => place },
            { title: say(WORDS.problem), cell: ({ problem }) => problem },
          ]}
        />
      )}
      <div className="actions">
        <Button disabled={busy} onClick={() => void fill(true)}>
          {say(WORDS.check)}
        </Button>
      </div>
      <FormActions busy={busy} onCancel={onCancel}>
        {say(WORDS.fillNow)}
      </FormActions>
    </form>
  )
}
