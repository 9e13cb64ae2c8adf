import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport, TypeField } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import type { ImportDesk } from './use-import.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** Kinds of fields whose words repeat, and mean the same in each row. */
const REPEATING = ['choice', 'country', 'reference', 'flag', 'level', 'integer', 'decimal']
const ASKED = [
  'UNKNOWN_CHOICE',
  'UNKNOWN_COUNTRY',
  'UNKNOWN_REFERENCE',
  'SEVERAL_VALUES',
  'BAD_FLAG',
  'UNKNOWN_LEVEL',
  'BAD_NUMBER',
]

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
  const unknown = report.mapping === null && draft.reading === null ? [] : listUnknown(report)
  const said = draft.answers.filter((one) => !unknown.some(({ field, text }) => isOf(one, field.name, text)))
  if (unknown.length === 0 && said.length === 0) return null
  const valueOf = (field: string, text: string) => draft.answers.find((one) => isOf(one, field, text))?.value ?? ''

  function set(field: string, text: string, value: string) {
    const others = draft.answers.filter((one) => !isOf(one, field, text))
    changeDraft({ answers: value === '' ? others : [...others, { field, text, value }] })
  }

  /** Of the same field, those of which nothing is said yet. */
  const othersOf = ({ name }: TypeField, text: string) =>
    unknown.filter((one) => one.field.name === name && one.text !== text && valueOf(name, one.text) === '')

  function setAll({ name: field }: TypeField, texts: readonly string[], value: string) {
    changeDraft({ answers: [...draft.answers, ...texts.map((text) => ({ field, text, value }))] })
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
              <SameForOthers
                field={field}
                value={value}
                others={othersOf(field, text)}
                onTake={(said) => setAll(field, said, value)}
              />
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

interface SameProps {
  field: TypeField
  value: string
  others: readonly Unknown[]
  onTake: (texts: string[]) => void
}

/** Several spellings often mean one thing: said of the first, it is taken for the others in one go. */
function SameForOthers({ field, value, others, onTake }: SameProps) {
  const { say } = useLanguage()
  const label = field.options.find(({ key }) => key === value)?.label
  if (label === undefined || others.length === 0) return null
  return (
    <Button onClick={() => onTake(others.map(({ text }) => text))}>
      {say(MOVE_WORDS.sameForOthers, { n: others.length, label, field: field.label })}
    </Button>
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

/** The most frequent of each field first. */
function listUnknown(report: ImportReport): Unknown[] {
  const found = report.words.flatMap(({ field: name, code, value, count, nearest }): Unknown[] => {
    const field = fieldOf(report, name)
    if (!field || !ASKED.includes(code) || !REPEATING.includes(field.kind)) return []
    return [{ field, text: value, rows: count, nearest }]
  })
  return found.slice(0, MOST_ASKED)
}
