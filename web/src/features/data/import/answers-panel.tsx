import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport, TypeField } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import type { ImportDesk } from './use-import.ts'
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** Kinds of fields whose words repeat, and mean the same in each row. */
const REPEATING = ['choice', 'country', 'reference', 'flag', 'level']
const ASKED = ['UNKNOWN_CHOICE', 'UNKNOWN_COUNTRY', 'UNKNOWN_REFERENCE', 'SEVERAL_VALUES', 'BAD_FLAG', 'UNKNOWN_LEVEL']

/** At once: the next come up once these are answered. */
const MOST_ASKED = 30

interface Unknown {
  field: TypeField
  text: string
  rows: number
  nearest: { key: string; label: string }[]
}

/** Words that the mapping does not know, each asked for once for all its rows, with what was said of them so far. */
export function AnswersPanel({ draft, report, desk }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const unknown = report.mapping === null ? [] : listUnknown(report)
  const said = draft.answers.filter((one) => !unknown.some(({ field, text }) => isOf(one, field.name, text)))
  if (unknown.length === 0 && said.length === 0) return null
  const valueOf = (field: string, text: string) => draft.answers.find((one) => isOf(one, field, text))?.value ?? ''

  function set(field: string, text: string, value: string) {
    const others = draft.answers.filter((one) => !isOf(one, field, text))
    changeDraft({ answers: value === '' ? others : [...others, { field, text, value }] })
  }

  return (
    <section className="card answers stack-tight" aria-labelledby={id}>
      <h3 id={id}>{say(SAVED_WORDS.answers)}</h3>
      <p className="quiet">{say(SAVED_WORDS.answersHint)}</p>
      <div className="fields">
        {unknown.map(({ field, text, rows, nearest }) => {
          const at = `${id}-${field.name}-${text}`
          const options = optionsOf(report, field)
          const value = valueOf(field.name, text)
          return (
            <div key={at} className="choice">
              <label htmlFor={at}>
                {say(SAVED_WORDS.meansOf, { text, field: field.label, n: formatValue(rows, 0, locale) })}
              </label>
              {options.length > 0 ? (
                <select id={at} value={value} onChange={(event) => set(field.name, text, event.target.value)}>
                  <option value="">{say(SAVED_WORDS.choose)}</option>
                  {[...nearest, ...options.filter(({ key }) => !nearest.some((near) => near.key === key))].map(
                    ({ key, label }) => (
                      <option key={key} value={key}>
                        {label}
                      </option>
                    ),
                  )}
                </select>
              ) : (
                <input id={at} value={value} onChange={(event) => set(field.name, text, event.target.value)} />
              )}
            </div>
          )
        })}
      </div>
      {said.length > 0 && (
        <ul className="corrections">
          {said.map(({ field, text, value }) => (
            <li key={`${field} ${text}`}>
              <span>
                {say(SAVED_WORDS.saidSo, { field: labelOf(report, field), text, value: nameOf(report, field, value) })}
              </span>
              <Button onClick={() => set(field, text, '')}>{say(SAVED_WORDS.takeBack)}</Button>
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        <Button disabled={desk.progress !== null} onClick={() => void desk.check('check')}>
          {say(SAVED_WORDS.recheck)}
        </Button>
      </p>
    </section>
  )
}

type Answer = Draft['answers'][number]
const isOf = (one: Answer, field: string, text: string) => one.field === field && one.text === text

function fieldOf(report: ImportReport, name: string): TypeField | undefined {
  return report.recordType?.fields.find((field) => field.name === name)
}

function labelOf(report: ImportReport, name: string): string {
  return fieldOf(report, name)?.label ?? name
}

function nameOf(report: ImportReport, name: string, value: string): string {
  return fieldOf(report, name)?.options.find(({ key }) => key === value)?.label ?? value
}

/** Of a reference the codes that are there. */
function optionsOf(report: ImportReport, field: TypeField): { key: string; label: string }[] {
  const codes = report.codes.find((one) => one.field === field.name)?.options ?? []
  return field.options.length > 0 ? field.options : codes
}

/** In the order of the rows. */
function listUnknown(report: ImportReport): Unknown[] {
  const found = new Map<string, Unknown>()
  for (const { problems } of report.wrongRows)
    for (const { field: name, code, value, nearest } of problems) {
      const field = name === null ? undefined : fieldOf(report, name)
      if (!field || !value || !ASKED.includes(code) || !REPEATING.includes(field.kind)) continue
      const known = found.get(`${name}\n${value}`)
      if (known) known.rows++
      else found.set(`${name}\n${value}`, { field, text: value, rows: 1, nearest })
    }
  return [...found.values()].slice(0, MOST_ASKED)
}
