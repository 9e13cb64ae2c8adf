import { useLayoutEffect, useRef, useState, useId, type FormEvent } from 'react'
import { isIsoDate } from '@causeway/shared/day'
import { formatQuantity } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { labelOfField, ThingLink } from '../../ui/thing-link.tsx'
import { Field } from '../../ui/choice.tsx'
import { FieldInput } from '../../ui/field-input.tsx'
import { Said, FormActions } from '../../ui/form-actions.tsx'
import type { LeftRecord } from './withdraw-panel.tsx'
import type { WholeRecord as RecordFacts, EditableField } from '../../graph/generated.ts'
import RECORD_WORDS from './words.json' with { type: 'json' }
import { useDeed } from '../../graph/send-change.ts'
import { NotDone } from '../../ui/not-done.tsx'
import { ChangeRecordMutation } from './record-query.ts'
import { Button } from '../../ui/button.tsx'

/** What the record says, field by field; changed where it is by anyone who may. */
export function FieldsPanel({
  record,
  changes,
  retry,
  onLeft,
}: {
  record: RecordFacts
  changes: boolean
  retry: () => void
  onLeft: (left: LeftRecord) => void
}) {
  const { locale, say, formatDay } = useLanguage()
  const [changing, setChanging] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const wasChanging = useRef(false)
  useLayoutEffect(() => {
    if (wasChanging.current && !changing && said === null) button.current?.focus()
    wasChanging.current = changing
  }, [changing, said])
  const filled = record.fields.filter(({ text }) => text !== '')
  const empty = record.fields.filter(({ text }) => text === '')
  return (
    <section className="card record-what" aria-labelledby="record-fields">
      <header className="card-head">
        <h2 id="record-fields">{say(RECORD_WORDS.fields)}</h2>
        {changes && record.form && !changing && (
          <Button
            ref={button}
            onClick={() => {
              setSaid(null)
              setChanging(true)
            }}
          >
            {say(RECORD_WORDS.change)}
          </Button>
        )}
      </header>
      <Said text={said} />
      {changing ? (
        <ChangeForm
          record={record}
          fields={record.form!}
          retry={retry}
          onCancel={() => setChanging(false)}
          onDone={(text) => {
            setChanging(false)
            setSaid(text)
          }}
          onLeft={onLeft}
        />
      ) : (
        <>
          <FactList
            facts={filled.map((field) => [
              labelOfField(field),
              isIsoDate(field.value ?? '') ? (
                formatDay(field.value!)
              ) : field.unit !== null ? (
                quantity(field.value, field.unit, locale)
              ) : (
                <ThingLink key={field.name} field={field} type={record.type.name} />
              ),
            ])}
          />
          {empty.length > 0 && (
            <p className="cap record-empty">
              {say(RECORD_WORDS.notFilled, {
                names: empty.map(({ label }) => label).join(say({ zh: '、', en: ', ' })),
              })}
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** As many decimals as it is stored with. */
function quantity(value: string | null, unit: string, locale: Locale): string {
  const decimals = value?.split('.')[1]?.length ?? 0
  return formatQuantity(Number(value), decimals, spoken(unit), locale)
}

interface Props {
  record: RecordFacts
  fields: EditableField[]
  retry: () => void
  onDone: (text: string) => void
  /** What was changed made it another record. */
  onLeft: (left: LeftRecord) => void
  onCancel: () => void
}

/** The fields as they are typed. Only those that were altered are sent; what is wrong is said at its field. */
function ChangeForm({ record, fields, retry, onDone, onLeft, onCancel }: Props) {
  const { say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState<Record<string, string>>({})
  const [reason, setReason] = useState('')
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refused])

  async function save(event?: FormEvent) {
    event?.preventDefault()
    const altered = fields
      .filter(({ field, value }) => field.name in values && values[field.name] !== (value ?? ''))
      .map(({ field }) => ({ name: field.name, value: values[field.name] || null }))
    if (altered.length === 0) return onDone(say(RECORD_WORDS.notChanged))
    const input = { record: record.id, since: record.since, fields: altered, reason: reason.trim() || null }
    const answer = await send(ChangeRecordMutation, input)
    if (!answer) return
    const warnings = answer.warnings.map(({ message }) => message)
    if (answer.record.id === record.id)
      onDone([say(answer.changed ? RECORD_WORDS.saved : RECORD_WORDS.notChanged), ...warnings].join(' '))
    else
      onLeft({
        title: say(RECORD_WORDS.savedAs, { label: answer.record.label }),
        texts: [say(RECORD_WORDS.savedAsText), ...warnings],
        batch: answer.batch?.id ?? null,
        now: answer.record.id,
      })
    forget()
  }

  const problemsOf = (name: string) => refused?.problems.filter(({ field }) => field === name) ?? []
  const wrong = fields.filter(({ field }) => problemsOf(field.name).length > 0).length
  const elsewhere = refused?.problems.filter(({ field }) => field === null) ?? []
  const besides =
    refused && (wrong === 0 || elsewhere.length + refused.records.length > 0)
      ? { ...refused, problems: elsewhere }
      : null
  return (
    <form ref={form} className="record-form stack-loose" onSubmit={(event) => void save(event)} noValidate>
      {wrong > 0 && (
        <p className="problem" role="alert">
          {say(RECORD_WORDS.wrong, { n: wrong })}
        </p>
      )}
      <div className="fields">
        {fields.map(({ field, value, hidden }) => (
          <FieldInput
            key={field.name}
            id={`${id}-${field.name}`}
            field={field}
            value={values[field.name] ?? value ?? ''}
            placeholder={hidden ? say(RECORD_WORDS.hidden) : undefined}
            problems={problemsOf(field.name).map(({ message }) => message)}
            onChange={(text) => setValues({ ...values, [field.name]: text })}
          />
        ))}
        <Field label={say(RECORD_WORDS.why)} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <NotDone
        // What is said at a field is not said twice.
        refused={besides}
        fault={fault}
        retry={() => void save()}
      />
      {refused?.code === 'CONFLICT' && (
        <p>
          <Button onClick={retry}>{say(RECORD_WORDS.reload)}</Button>
        </p>
      )}
      <FormActions busy={busy} onCancel={onCancel}>
        {say(RECORD_WORDS.save)}
      </FormActions>
    </form>
  )
}
