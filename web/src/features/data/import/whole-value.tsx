import { useId, useState } from 'react'
import type { ImportReport, TypeField } from '../../../graph/generated.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { CodeList } from '../hand/code-list.tsx'
import { NamingFieldsQuery } from './import-query.ts'
import { changeDraft, isSameRow, nameOfRow, withCorrection, type Draft } from './import-draft.ts'
import { labelOf, valueOfAll, withValue, type SaidOfAll } from './said-values.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import WHOLE_WORDS from './whole-words.json' with { type: 'json' }

interface InputProps {
  id: string
  field: TypeField
  draft: Draft
  report: ImportReport
  units: [code: string, name: string][]
  value: string
  describedBy?: string | undefined
  onChange: (value: string) => void
}

/** Chosen where all that may be in a field can be listed; of a register found as somebody types; else written. */
export function ValueInput({ id, field, draft, report, units, value, describedBy, onChange }: InputProps) {
  const { say } = useLanguage()
  const [isMet, meet] = useState(false)
  const options: [string, string][] =
    field.name === 'unit' ? units : field.options.map(({ key, label }): [string, string] => [key, label])
  const { data } = useAnswer(NamingFieldsQuery, { type: report.recordType?.name ?? '' })
  const columns = data?.recordTypes[0]?.columns ?? []
  const names = columns.find((column) => column.field.name === field.name)?.namesA ?? null
  const shared = { id, value, 'aria-describedby': describedBy }
  if (options.length > 0)
    return (
      <select {...shared} onChange={(event) => onChange(event.target.value)}>
        <option value="" />
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    )
  if (names === null || draft.institution === null)
    return (
      <input
        {...shared}
        type={field.kind === 'date' ? 'date' : 'text'}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <>
      <input
        {...shared}
        autoComplete="off"
        list={`${id}-codes`}
        placeholder={say(WHOLE_WORDS.search)}
        onFocus={() => meet(true)}
        onChange={(event) => onChange(event.target.value)}
      />
      {isMet && (
        <CodeList id={`${id}-codes`} institution={draft.institution} type={names} search={value} named={false} />
      )}
    </>
  )
}

type Props = Pick<InputProps, 'field' | 'draft' | 'report' | 'units'>

/** Of several sheets that are read alike each may have its own value. */
export function ValueOfSheets({ field, draft, report, units }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const said = draft.ofSheets[field.name] ?? {}
  if (report.sheetsRead.length < 2) return null
  return (
    <details open={Object.values(said).some(Boolean) || undefined}>
      <summary>{say(WHOLE_WORDS.each)}</summary>
      {report.sheetsRead.map((sheet, at) => (
        <div key={sheet} className="choice">
          <label htmlFor={`${id}-${at}`}>{say(WHOLE_WORDS.onSheet, { label: field.label, sheet })}</label>
          <ValueInput
            {...{ field, draft, report, units }}
            id={`${id}-${at}`}
            value={said[sheet] ?? ''}
            onChange={(value) => changeDraft(withValue(draft, field.name, value, sheet))}
          />
        </div>
      ))}
    </details>
  )
}

/** One row may say another value than all the others. */
export function ValueOfRows({ said, ...props }: Props & { said: SaidOfAll | undefined }) {
  const { field, draft, report } = props
  const { say } = useLanguage()
  const id = useId()
  const [row, setRow] = useState('')
  const [value, setValue] = useState('')
  const sheets = report.sheetsRead.length > 1 ? report.sheetsRead : []
  const [onSheet, setSheet] = useState(sheets[0] ?? null)
  const there = draft.corrections.filter((one) => one.field === field.name)
  const isRow = Number.isInteger(Number(row)) && Number(row) > (report.headerRow ?? 0)

  function set() {
    const place = { row: Number(row), sheet: sheets.length > 0 ? (onSheet ?? sheets[0]!) : null }
    const shown = [...report.rows, ...report.wrongRows].find((one) => isSameRow(one, place))
    const before = valueOfAll(draft, field.name, said)
    const cell = { column: null, field: field.name, header: field.label }
    const one = { ...place, content: shown?.content ?? null, ...cell, before, value }
    changeDraft({ corrections: withCorrection(draft.corrections, one) })
    setRow('')
  }

  return (
    <details>
      <summary>{there.length > 0 ? say(WHOLE_WORDS.rowsWith, { n: there.length }) : say(WHOLE_WORDS.rows)}</summary>
      {there.length > 0 && (
        <ul className="corrections">
          {there.map((one) => (
            <li key={nameOfRow(one)}>
              <span>
                {say(IMPORT_WORDS.row, { row: nameOfRow(one) })} {labelOf(field, one.value)}
              </span>
              <Button
                aria-label={`${say(IMPORT_WORDS.undo)} ${say(IMPORT_WORDS.row, { row: nameOfRow(one) })} ${field.label}`}
                onClick={() => changeDraft({ corrections: draft.corrections.filter((other) => other !== one) })}
              >
                {say(IMPORT_WORDS.undo)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="value-of-row row">
        {sheets.length > 0 && (
          <select
            aria-label={say(WHOLE_WORDS.sheet)}
            value={onSheet ?? ''}
            onChange={(event) => setSheet(event.target.value)}
          >
            {sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        )}
        <input
          aria-label={say(WHOLE_WORDS.row)}
          placeholder={say(WHOLE_WORDS.row)}
          inputMode="numeric"
          size={5}
          value={row}
          onChange={(event) => setRow(event.target.value)}
        />
        <label className="for-ears" htmlFor={id}>
          {say(WHOLE_WORDS.value, { label: field.label })}
        </label>
        <ValueInput {...props} id={id} value={value} onChange={setValue} />
        <Button disabled={!isRow} onClick={set}>
          {say(WHOLE_WORDS.set)}
        </Button>
      </div>
    </details>
  )
}
