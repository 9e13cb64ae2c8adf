import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { fill } from '@causeway/shared/words/words'
import { useLanguage } from '../../../language/language.tsx'
import type { InstitutionFacts, ImportReport } from '../../../graph/generated.ts'
import { readYears } from '../../../setting/years.ts'
import { changeDraft, type Draft } from './import-draft.ts'
import { countRight, isGroupRow } from './import-query.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { ENCODING_NAMES, TEXT_ENCODINGS, type NamedEncoding } from '@causeway/shared/text-encodings'
import { Choice } from '../../../ui/choice.tsx'
import type { ImportDesk } from './use-import.ts'

interface Props {
  draft: Draft
  report: ImportReport
  units: [code: string, name: string][]
  institution: InstitutionFacts | null
  /** A table alone can be complete for a year or a unit. */
  isOneOfSeveral: boolean
}

/** How many years back a file may be complete for. */
const YEARS_OFFERED = 12

/** Up to when the file speaks, what it is complete for, and whether right rows may go in without the wrong ones. */
export function OptionsPanel({ draft, report, units: all, institution, isOneOfSeveral }: Props) {
  const { locale, say, formatDay } = useLanguage()
  const id = useId()
  const years = isOneOfSeveral ? null : institution && readYears(institution)
  const units = isOneOfSeveral ? [] : all
  const ambiguous = draft.dateOrder !== null || report.problems.some(({ code }) => code === 'AMBIGUOUS_DATE')
  const right = countRight(report)
  const commas =
    draft.decimalComma || report.problems.some(({ code, value }) => code === 'BAD_NUMBER' && /\d,\d/.test(value ?? ''))
  const addsUp =
    draft.addUp ||
    report.wrongRows.some((row) => isGroupRow(row, report) && row.problems.some(({ code }) => code === 'DUPLICATE_KEY'))
  const dataDateHint = institution?.dataDate
    ? fill(IMPORT_WORDS.dataDateNow, { day: formatDay(institution.dataDate) })
    : IMPORT_WORDS.dataDateHint
  const notComplete = { value: '', text: say(IMPORT_WORDS.notComplete) }
  return (
    <fieldset className="card options stack">
      <legend>{say(IMPORT_WORDS.options)}</legend>
      {((report.rejected > 0 && right > 0) || draft.acceptValid) && (
        <Tick checked={draft.acceptValid} onTick={(acceptValid) => changeDraft({ acceptValid })}>
          {say(IMPORT_WORDS.acceptValid, { n: formatValue(right, 0, locale) })}
        </Tick>
      )}
      <div className="fields">
        <div className="choice">
          <label htmlFor={`${id}-date`}>{say(IMPORT_WORDS.dataDate)}</label>
          <input
            id={`${id}-date`}
            type="date"
            value={draft.dataDate ?? ''}
            aria-describedby={`${id}-date-hint`}
            onChange={(event) => changeDraft({ dataDate: event.target.value || null })}
          />
          <span id={`${id}-date-hint`} className="cap">
            {say(dataDateHint)}
          </span>
        </div>
        {years && (
          <Choice
            label={say(IMPORT_WORDS.completeYear)}
            value={String(draft.replacesYear ?? '')}
            options={[
              notComplete,
              ...Array.from({ length: YEARS_OFFERED }, (_, back) => years.newest - back).map((year) => ({
                value: String(year),
                text: periodLabel(years.periodOf(year), locale),
              })),
            ]}
            describedBy={`${id}-complete`}
            onChange={(year) => changeDraft({ replacesYear: year === '' ? null : Number(year) })}
          />
        )}
        {units.length > 0 && (
          <Choice
            label={say(IMPORT_WORDS.completeUnit)}
            value={draft.replacesUnit ?? ''}
            options={[notComplete, ...units.map(([value, text]) => ({ value, text }))]}
            describedBy={`${id}-complete`}
            onChange={(unit) => changeDraft({ replacesUnit: unit || null })}
          />
        )}
        {ambiguous && (
          <Choice<NonNullable<Draft['dateOrder']> | ''>
            label={say(IMPORT_WORDS.dateOrder)}
            value={draft.dateOrder ?? ''}
            options={[
              { value: '', text: say(IMPORT_WORDS.dateOrderAsk) },
              ...(['DMY', 'MDY', 'YMD'] as const).map((value) => ({ value, text: say(IMPORT_WORDS[value]) })),
            ]}
            onChange={(order) => changeDraft({ dateOrder: order || null })}
          />
        )}
      </div>
      {commas && (
        <Tick checked={draft.decimalComma} onTick={(decimalComma) => changeDraft({ decimalComma })}>
          {say(IMPORT_WORDS.decimalComma)}
        </Tick>
      )}
      {addsUp && (
        <Tick checked={draft.addUp} onTick={(addUp) => changeDraft({ addUp })}>
          {say(IMPORT_WORDS.addUpHint)}
        </Tick>
      )}
      {(years || units.length > 0) && (
        <p id={`${id}-complete`} className="cap">
          {say(IMPORT_WORDS.completeHint)}
        </p>
      )}
    </fieldset>
  )
}

interface TickProps {
  checked: boolean
  onTick: (checked: boolean) => void
  children: string
}

function Tick({ checked, onTick, children }: TickProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}

interface EncodingChoiceProps {
  draft: Draft
  /** Nothing shows it, or is not what was chosen. */
  inDoubt: boolean
  desk: ImportDesk
}

/** In which encoding a text file is read. Another makes it another text: it is looked at as if for the first time. */
export function EncodingChoice({ draft, inDoubt, desk }: EncodingChoiceProps) {
  const { say } = useLanguage()
  const found = inDoubt && draft.encoding === null ? IMPORT_WORDS.encodingUnknown : IMPORT_WORDS.encodingFound
  return (
    <Choice<NamedEncoding | ''>
      label={say(IMPORT_WORDS.encodingField)}
      value={draft.encoding ?? ''}
      disabled={desk.progress !== null}
      hint={say(IMPORT_WORDS.encodingHint)}
      options={[
        { value: '', text: say(found) },
        ...ENCODING_NAMES.map((name) => ({ value: name, text: say(TEXT_ENCODINGS[name]) })),
      ]}
      onChange={(encoding) => {
        const anew = draft.typeFound ? { type: null, mapping: null, typeFound: false } : {}
        const unread = {
          headerRow: null,
          headRows: null,
          columns: {},
          reading: null,
          taken: [],
          corrections: [],
          lines: [],
        }
        changeDraft({ encoding: encoding || null, ...anew, ...unread })
        void desk.checkAnew()
      }}
    />
  )
}
