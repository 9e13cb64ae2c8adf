import { useId, type ReactNode } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { Option } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import type { WordCluster } from './word-clusters.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  cluster: WordCluster
  choices: readonly Option[]
  /** What was said of a spelling; empty: nothing. */
  valueOf: (text: string) => string
  onChange: (texts: string[], value: string) => void
  children?: ReactNode
}

/** What a word means, said once for all its spellings, or for each by itself. */
export function WordChoice({ cluster, choices, valueOf, onChange, children }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const { field, spellings, rows, nearest } = cluster
  const texts = spellings.map(({ value }) => value)
  const [first] = texts
  const isOne = new Set(texts.map(valueOf)).size === 1
  const value = isOne ? valueOf(first!) : ''
  const n = (count: number) => formatValue(count, 0, locale)
  const each = spellings.map(({ value, count }) => say(SAVED_WORDS.spelling, { text: value, n: n(count) }))
  return (
    <div className="choice">
      <label htmlFor={id}>{say(SAVED_WORDS.meansOf, { text: first!, field: field.label, n: n(rows) })}</label>
      <Field
        id={id}
        choices={choices}
        value={value}
        describedBy={texts.length > 1 ? `${id}-spellings` : undefined}
        onChange={(value) => onChange(texts, value)}
      />
      {choices.length > 0 && nearest.length > 0 && (
        <Nearest nearest={nearest} value={value} onChange={(value) => onChange(texts, value)} />
      )}
      {texts.length > 1 && (
        <>
          <p id={`${id}-spellings`} className="cap">
            {say(SAVED_WORDS.spellings, { list: each.join(say({ zh: '、', en: ', ' })) })}
          </p>
          <details>
            <summary>{say(SAVED_WORDS.eachSpelling)}</summary>
            {spellings.map(({ value: text, count }, at) => (
              <div key={text} className="choice">
                <label htmlFor={`${id}-${at}`}>{say(SAVED_WORDS.spelling, { text, n: n(count) })}</label>
                <Field
                  id={`${id}-${at}`}
                  choices={choices}
                  value={valueOf(text)}
                  onChange={(value) => onChange([text], value)}
                />
              </div>
            ))}
          </details>
        </>
      )}
      {children}
    </div>
  )
}

interface NearestProps {
  nearest: readonly Option[]
  /** What is said so far, or is in the cell. */
  value: string
  /** Empty: it is taken back. */
  onChange: (value: string) => void
}

/** What was most likely meant, in one click. */
export function Nearest({ nearest, value, onChange }: NearestProps) {
  const { say } = useLanguage()
  return (
    <div className="nearest row" role="group" aria-label={say(IMPORT_WORDS.nearest)}>
      <span className="cap" aria-hidden="true">
        {say(IMPORT_WORDS.nearest)}
      </span>
      {nearest.map(({ key, label }) => (
        <Button key={key} aria-pressed={value === key} onClick={() => onChange(value === key ? '' : key)}>
          {label}
        </Button>
      ))}
    </div>
  )
}

interface FieldProps {
  id: string
  choices: readonly Option[]
  value: string
  describedBy?: string | undefined
  onChange: (value: string) => void
}

/** Chosen where there is a choice, else written. */
export function Field({ id, choices, value, describedBy, onChange }: FieldProps) {
  const { say } = useLanguage()
  const shared = { id, value, 'aria-describedby': describedBy }
  if (choices.length === 0) return <input {...shared} onChange={(event) => onChange(event.target.value)} />
  return (
    <select {...shared} onChange={(event) => onChange(event.target.value)}>
      <option value="">{say(SAVED_WORDS.choose)}</option>
      {choices.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  )
}
