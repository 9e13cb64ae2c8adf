import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import MOVE_WORDS from './move-words.json' with { type: 'json' }

interface Props {
  report: ImportReport
  /** Index of the column; null: none is chosen. */
  value: number | null
  describedBy: string
  disabled?: boolean
  onChange: (index: number | null) => void
}

/** A column of the file that says what one value for all rows would say. */
export function FromColumn({ report, value, describedBy, disabled, onChange }: Props) {
  const { say } = useLanguage()
  return (
    <select
      aria-label={say(MOVE_WORDS.fromColumn)}
      aria-describedby={describedBy}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    >
      <option value="">{say(MOVE_WORDS.fromColumn)}</option>
      {report.columns
        .filter(({ header }) => header !== '')
        .map(({ index, letter, header }) => (
          <option key={index} value={index}>
            {letter} {header}
          </option>
        ))}
    </select>
  )
}
