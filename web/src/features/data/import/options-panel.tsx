import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { fill } from '../../../language/words.ts'
import { useLanguage } from '../../../language/language.tsx'
import type { InstitutionFacts, ImportReport } from '../../../graph/generated.ts'
import { readYears } from '../../../setting/years.ts'
import { changeDraft, type Draft } from './import-draft.ts'
import { countRight, isGroupRow } from './import-query.ts'
import { IMPORT_WORDS } from './import-words.ts'
import { ENCODING_NAMES, TEXT_ENCODINGS, type NamedEncoding } from '@causeway/shared/text-encodings'
import type { ImportDesk } from './use-import.ts'

interface Props {
  draft: Draft
  report: ImportReport
  units: [code: string, name: string][]
  institution: InstitutionFacts | null
}

/** How many years back a file may be complete for. */
const YEARS_OFFERED = 12

/** Up to when the file speaks, what it is complete for, and whether right rows may go in without the wrong ones. */
export function OptionsPanel({ draft, report, units, institution }: Props) {
  const { locale, say, formatDay } = useLanguage()
  const id = useId()
  const years = institution && readYears(institution)
  const ambiguous = draft.dateOrder !== null || report.problems.some(({ code }) => code === 'AMBIGUOUS_DATE')
  const right = countRight(report)
  const commas = draft.decimalComma || report.problems.some(({ code }) => code === 'BAD_NUMBER')
  const addsUp =
    draft.addUp ||
    report.wrongRows.some((row) => isGroupRow(row, report) && row.problems.some(({ code }) => code === 'DUPLICATE_KEY'))
  const dataDateHint = institution?.dataDate
    ? fill(IMPORT_WORDS.dataDateNow, { day: formatDay(institution.dataDate) })
    : IMPORT_WORDS.dataDateHint
  return (
    <fieldset className="card options stack">
      <legend>{say(IMPORT_WORDS.options)}</legend>
      {((report.rejected > 0 && right > 0) || draft.acceptValid) && (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.acceptValid}
            onChange={(event) => changeDraft({ acceptValid: event.target.checked })}
          />
          <span>{say(IMPORT_WORDS.acceptValid, { n: formatValue(right, 0, locale) })}</span>
        </label>
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
          <div className="choice">
            <label htmlFor={`${id}-year`}>{say(IMPORT_WORDS.completeYear)}</label>
            <select
              id={`${id}-year`}
              value={draft.replacesYear ?? ''}
              aria-describedby={`${id}-complete`}
              onChange={(event) =>
                changeDraft({ replacesYear: event.target.value === '' ? null : Number(event.target.value) })
              }
            >
              <option value="">{say(IMPORT_WORDS.notComplete)}</option>
              {Array.from({ length: YEARS_OFFERED }, (_, back) => years.newest - back).map((year) => (
                <option key={year} value={year}>
                  {periodLabel(years.periodOf(year), locale)}
                </option>
              ))}
            </select>
          </div>
        )}
        {units.length > 0 && (
          <div className="choice">
            <label htmlFor={`${id}-unit`}>{say(IMPORT_WORDS.completeUnit)}</label>
            <select
              id={`${id}-unit`}
              value={draft.replacesUnit ?? ''}
              aria-describedby={`${id}-complete`}
              onChange={(event) => changeDraft({ replacesUnit: event.target.value || null })}
            >
              <option value="">{say(IMPORT_WORDS.notComplete)}</option>
              {units.map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        {ambiguous && (
          <div className="choice">
            <label htmlFor={`${id}-order`}>{say(IMPORT_WORDS.dateOrder)}</label>
            <select
              id={`${id}-order`}
              value={draft.dateOrder ?? ''}
              onChange={(event) => changeDraft({ dateOrder: (event.target.value || null) as Draft['dateOrder'] })}
            >
              <option value="">{say(IMPORT_WORDS.dateOrderAsk)}</option>
              {(['DMY', 'MDY', 'YMD'] as const).map((order) => (
                <option key={order} value={order}>
                  {say(IMPORT_WORDS[order])}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {commas && (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.decimalComma}
            onChange={(event) => changeDraft({ decimalComma: event.target.checked })}
          />
          <span>{say(IMPORT_WORDS.decimalComma)}</span>
        </label>
      )}
      {addsUp && (
        <label className="check">
          <input
            type="checkbox"
            checked={draft.addUp}
            onChange={(event) => changeDraft({ addUp: event.target.checked })}
          />
          <span>{say(IMPORT_WORDS.addUpHint)}</span>
        </label>
      )}
      {(years || units.length > 0) && (
        <p id={`${id}-complete`} className="cap">
          {say(IMPORT_WORDS.completeHint)}
        </p>
      )}
    </fieldset>
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
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{say(IMPORT_WORDS.encodingField)}</label>
      <select
        id={id}
        value={draft.encoding ?? ''}
        disabled={desk.progress !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const encoding = event.target.value === '' ? null : (event.target.value as NamedEncoding)
          const anew = draft.typeFound ? { type: null, mapping: null, typeFound: false } : {}
          changeDraft({ encoding, ...anew, headerRow: null, foundHeaderRow: null, columns: {}, corrections: [] })
          void desk.checkAnew()
        }}
      >
        <option value="">
          {say(inDoubt && draft.encoding === null ? IMPORT_WORDS.encodingUnknown : IMPORT_WORDS.encodingFound)}
        </option>
        {ENCODING_NAMES.map((name) => (
          <option key={name} value={name}>
            {say(TEXT_ENCODINGS[name])}
          </option>
        ))}
      </select>
      <span id={`${id}-hint`} className="cap">
        {say(IMPORT_WORDS.encodingHint)}
      </span>
    </div>
  )
}
