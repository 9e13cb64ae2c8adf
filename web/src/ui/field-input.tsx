import type { HTMLAttributes, ReactNode } from 'react'
import { useLanguage } from '../language/language.tsx'
import UI_WORDS from './words.json' with { type: 'json' }

interface Props {
  id: string
  field: { label: string; kind: string; required: boolean; options: readonly { key: string; label: string }[] }
  value: string
  /** What is wrong with it. */
  problems: readonly string[]
  onChange: (text: string) => void
  placeholder?: string | undefined
  /** How it is filled in. */
  help?: string
  /** Id of a list of what may be written, and that list. */
  list?: string
  children?: ReactNode
  onFocus?: () => void
}

/** A field of a record as somebody writes it: chosen where all that may be in it can be listed, and what is wrong with it is said at it. */
export function FieldInput(props: Props) {
  const { id, field, value, problems, onChange, placeholder, help, list, children, onFocus } = props
  const { say } = useLanguage()
  const described = [help && `${id}-help`, problems.length > 0 && `${id}-problem`].filter(Boolean).join(' ')
  const shared = {
    id,
    value,
    'aria-invalid': problems.length > 0 || undefined,
    'aria-describedby': described || undefined,
    'aria-required': field.required || undefined,
  } satisfies HTMLAttributes<HTMLElement> & { value: string }
  return (
    <div className="choice">
      <label htmlFor={id}>
        {field.label}
        {field.required && say(UI_WORDS.required)}
      </label>
      {field.options.length > 0 ? (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          <option value="" />
          {field.options.map((option) => (
            <option key={option.key} value={option.key}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={field.kind === 'integer' || field.kind === 'year' ? 'numeric' : undefined}
          placeholder={value === '' ? placeholder : undefined}
          autoComplete="off"
          list={list}
          onFocus={onFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {children}
      {help && (
        <span id={`${id}-help`} className="cap">
          {help}
        </span>
      )}
      {problems.length > 0 && (
        <div id={`${id}-problem`}>
          {problems.map((problem) => (
            <p key={problem} className="problem">
              {problem}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
