import { useId, useState } from 'react'
import type { HandColumn, HandType } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { FieldInput } from '../../../ui/field-input.tsx'
import { CodeList } from './code-list.tsx'
import HAND_WORDS from './words.json' with { type: 'json' }

interface Props {
  type: HandType
  institution: string
  /** In the order of the columns of the type. */
  values: readonly string[]
  onChange: (at: number, text: string) => void
  /** What is wrong, by field. */
  problems: ReadonlyMap<string, string[]>
}

/** One record, field by field: what it needs and is known by first. */
export function RecordForm({ type, institution, values, onChange, problems }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const columns = type.columns.map((column, at) => ({ column, at }))
  const isFirst = ({ field: { name, required } }: HandColumn) =>
    required || type.key.includes(name) || name === 'headcount' || name === 'unit'
  const [first, rest] = [columns.filter(({ column }) => isFirst(column)), columns.filter((one) => !isFirst(one.column))]
  const isWrong = rest.some(({ column, at }) => problems.has(column.field.name) || values[at] !== '')
  const shown = ({ column, at }: (typeof columns)[number]) => (
    <OneField
      key={column.field.name}
      id={`${id}-${column.field.name}`}
      column={column}
      institution={institution}
      value={values[at] ?? ''}
      problems={problems.get(column.field.name) ?? []}
      onChange={(text) => onChange(at, text)}
    />
  )
  return (
    <>
      <div className="fields">{first.map(shown)}</div>
      {rest.length > 0 && (
        <details open={isWrong || undefined}>
          <summary>{say(HAND_WORDS.rest)}</summary>
          <div className="fields">{rest.map(shown)}</div>
        </details>
      )}
    </>
  )
}

interface FieldProps {
  id: string
  column: HandColumn
  institution: string
  value: string
  problems: readonly string[]
  onChange: (text: string) => void
}

function OneField({ id, column, institution, value, problems, onChange }: FieldProps) {
  const { field, help, example, namesA } = column
  const [isMet, meet] = useState(false)
  return (
    <FieldInput
      id={id}
      field={field}
      value={value}
      problems={problems}
      onChange={onChange}
      help={help}
      placeholder={example}
      {...(namesA !== null && { list: `${id}-codes`, onFocus: () => meet(true) })}
    >
      {namesA !== null && isMet && (
        <CodeList
          id={`${id}-codes`}
          institution={institution}
          type={namesA}
          search={value}
          named={field.kind === 'reference'}
        />
      )}
    </FieldInput>
  )
}
