import { useLayoutEffect, useState, useId, useRef, type FormEvent } from 'react'
import { fill } from '@causeway/shared/words/words'
import { useLanguage } from '../../language/language.tsx'
import { Field } from '../../ui/choice.tsx'
import { Said, FormActions } from '../../ui/form-actions.tsx'
import type { EvidenceFacts, WholeRecord as RecordFacts } from '../../graph/generated.ts'
import RECORD_WORDS from './words.json' with { type: 'json' }
import { useDeed } from '../../graph/send-change.ts'
import { NotDone } from '../../ui/not-done.tsx'
import { AttachEvidenceMutation } from './record-query.ts'
import { Button } from '../../ui/button.tsx'

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** The size of a file as people read it: `812 B`, `4.2 MB`. */
function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit++
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`
}

/** What proves the record, each with its file. */
export function EvidencePanel({ record, changes }: { record: RecordFacts; changes: boolean }) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  return (
    <section className="card" aria-labelledby="record-evidence">
      <header className="card-head">
        <h2 id="record-evidence">{say(RECORD_WORDS.evidence)}</h2>
        {changes && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(RECORD_WORDS.attach)}
          </Button>
        )}
      </header>
      <Said text={said} />
      {open && (
        <AttachForm
          record={record}
          onCancel={() => setOpen(false)}
          onDone={(code) => {
            setOpen(false)
            setSaid(say(RECORD_WORDS.attached, { code }))
          }}
        />
      )}
      {record.evidence.length === 0 && !open && <p className="quiet">{say(RECORD_WORDS.evidenceNone)}</p>}
      <ul className="evidence stack">
        {record.evidence.map((one) => (
          <Evidence key={one.id} evidence={one} />
        ))}
      </ul>
    </section>
  )
}

function Evidence({ evidence }: { evidence: EvidenceFacts }) {
  const { say, formatDay } = useLanguage()
  const comma = say({ zh: '，', en: ', ' })
  const on = formatDay(evidence.issuedOn)
  const issued = evidence.issuedBy
    ? fill(RECORD_WORDS.issued, { by: evidence.issuedBy, on })
    : fill(RECORD_WORDS.issuedOn, { on })
  return (
    <li>
      <p>
        <b>{evidence.title}</b>{' '}
        <span className="quiet">
          {evidence.kindLabel} <code>{evidence.code}</code>
        </span>
      </p>
      <p className="quiet">
        {say(issued)}
        {evidence.expiresOn && comma + say(RECORD_WORDS.expires, { on: formatDay(evidence.expiresOn) })}
        {comma}
        {evidence.file ? (
          <a href={evidence.file.address} download={evidence.file.name}>
            {evidence.file.name}
            {evidence.file.bytes !== null && ` (${formatBytes(evidence.file.bytes)})`}
          </a>
        ) : (
          say(RECORD_WORDS.noFile)
        )}
      </p>
    </li>
  )
}

interface Props {
  record: RecordFacts
  onDone: (code: string) => void
  onCancel: () => void
}

/** What a document is, who issued it and when, and the document itself. */
function AttachForm({ record, onDone, onCancel }: Props) {
  const { say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [sent, setSent] = useState<number | null>(null)
  const [incomplete, setIncomplete] = useState(false)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), [])

  async function attach(event?: FormEvent) {
    event?.preventDefault()
    const given = new FormData(form.current!)
    const text = (name: string) => String(given.get(name) ?? '').trim() || null
    const [title, issuedOn] = [text('title'), text('issuedOn')]
    setIncomplete(title === null || issuedOn === null)
    if (title === null || issuedOn === null) {
      return form.current!.querySelector<HTMLInputElement>(title === null ? '[name=title]' : '[name=issuedOn]')?.focus()
    }
    const file = given.get('file')
    const input = {
      ...{ records: [record.id], code: text('code'), title, kind: text('kind') ?? 'other', issuedOn },
      ...{ issuedBy: text('issuedBy'), expiresOn: text('expiresOn') },
      // An empty field of files holds a file without a name.
      file: file instanceof File && file.name !== '' ? file : null,
    }
    const done = await send(AttachEvidenceMutation, input, { onSent: setSent })
    setSent(null)
    if (!done) return
    onDone(done.evidence[0]?.code ?? '')
    forget()
  }

  return (
    <form ref={form} className="declare fields stack-tight" onSubmit={(event) => void attach(event)} noValidate>
      <Field name="title" label={`${say(RECORD_WORDS.evidenceTitle)} *`} required />
      <div className="choice">
        <label htmlFor={`${id}-kind`}>{say(RECORD_WORDS.kind)}</label>
        <select id={`${id}-kind`} name="kind">
          {RECORD_WORDS.evidenceKinds.map(({ key, label }) => (
            <option key={key} value={key}>
              {say(label)}
            </option>
          ))}
        </select>
      </div>
      <Field name="issuedOn" label={`${say(RECORD_WORDS.issuedOnField)} *`} type="date" required />
      <Field name="expiresOn" label={say(RECORD_WORDS.expiresOnField)} type="date" />
      <Field name="issuedBy" label={say(RECORD_WORDS.issuedBy)} />
      <Field name="code" label={say(RECORD_WORDS.codeField)} />
      <Field name="file" label={say(RECORD_WORDS.fileField)} type="file" />
      <div className="fields-foot stack">
        {incomplete && (
          <p className="problem" role="alert">
            {say(RECORD_WORDS.missing)}
          </p>
        )}
        {sent !== null && sent < 1 && <progress aria-label={say(RECORD_WORDS.fileField)} max={1} value={sent} />}
        <NotDone refused={refused} fault={fault} retry={() => void attach()} />
        <FormActions busy={busy} onCancel={onCancel}>
          {say(RECORD_WORDS.attachDo)}
        </FormActions>
      </div>
    </form>
  )
}
