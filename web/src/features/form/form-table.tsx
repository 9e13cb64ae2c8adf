import { useState, type CSSProperties, type ReactNode } from 'react'
import { englishUnit } from '@causeway/shared/words/units'
import type { Locale, Words } from '@causeway/shared/words/words'
import { Link, go, useAddress } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import { FillLine } from './fill-line.tsx'
import type { FormFacts, FormLineFacts, LineContent } from '../../graph/generated.ts'
import { LineDetails } from './line-details.tsx'
import { cardOf, contentText, givenText, ownPeriodOf } from './line-text.ts'
import { printProperties, printSizesOf } from './print-sizes.ts'
import FORM_WORDS from './words.json' with { type: 'json' }
import '../../styles/form-table.css'

interface Props {
  form: FormFacts
  institution: string
  year: number
  mayFill: boolean
  /** Asks for the table anew, after a line was filled in. */
  refresh: () => void
}

/** The table as it is printed, with last year beside it. On a phone each line is its own block. */
export function FormTable({ form, institution, year, mayFill, refresh }: Props) {
  const { say } = useLanguage()
  const [filling, setFilling] = useState<{ number: string; status: 'HAND_FILLED' | 'FILED' } | null>(null)
  const hasFiled = form.lines.some(({ filed }) => filed !== null)
  const hasNotes = form.lines.some(({ note }) => note !== null)
  const titles = {
    now: form.period,
    last: form.periodBefore,
    filed: say(FORM_WORDS.filed),
    note: say(FORM_WORDS.note),
    unit: say(FORM_WORDS.unit),
  }
  const now = <span className="form-period">{titles.now}</span>
  const last = (
    <>
      <span className="form-period">{titles.last}</span>
      <wbr />
      {say(FORM_WORDS.yearBefore)}
    </>
  )
  const heads: [className: string, head: ReactNode][] = [
    ['form-number', say(FORM_WORDS.number)],
    ['form-label', say(FORM_WORDS.line)],
    ['form-unit', titles.unit],
    ['number', now],
    ['number', last],
  ]
  if (hasFiled) heads.push(['number', titles.filed])
  if (hasNotes) heads.push(['form-note', titles.note])
  return (
    <div
      className="form-sheet"
      data-notes={hasNotes}
      style={printProperties(printSizesOf(form.lines, form.period)) as CSSProperties}
    >
      <table className="form-table" role="table">
        <caption className="for-ears">{say(FORM_WORDS.tableOf, form)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map(([className, head], at) => (
              <th key={at} role="columnheader" scope="col" className={className}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {form.lines.map((line) => {
            const isFilling = filling?.number === line.number
            return [
              <Line
                key={line.number}
                {...{ line, year, titles, hasFiled, hasNotes, period: form.period }}
                onFill={mayFill ? (status) => setFilling({ number: line.number, status }) : null}
              />,
              isFilling && (
                <tr role="row" key={`${line.number} fill`} className="form-fill-row off-paper">
                  <td role="cell" colSpan={heads.length}>
                    <FillLine
                      key={filling.status}
                      {...{ line, form, institution, year }}
                      status={filling.status}
                      close={(changed) => {
                        setFilling(null)
                        if (changed) refresh()
                      }}
                    />
                  </td>
                </tr>
              ),
            ]
          })}
        </tbody>
      </table>
      <p className="form-signatures" aria-hidden="true">
        {SIGNATURES.map((words) => (
          <span key={words.en}>{say(words)}</span>
        ))}
      </p>
    </div>
  )
}

/** Who signs the printed table. */
const SIGNATURES: Words[] = [
  { zh: '填报人：', en: 'Filled in by:' },
  { zh: '审核人：', en: 'Checked by:' },
  { zh: '负责人：', en: 'Signed:' },
  { zh: '日期：', en: 'Date:' },
]

interface LineProps {
  line: FormLineFacts
  year: number
  /** Of the table. */
  period: string
  titles: Record<'now' | 'last' | 'filed' | 'note' | 'unit', string>
  hasFiled: boolean
  hasNotes: boolean
  onFill: ((status: 'HAND_FILLED' | 'FILED') => void) | null
}

function Line({ line, year, period, titles, hasFiled, hasNotes, onFill }: LineProps) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const open = address.view.line === line.number
  const card = cardOf(address, line, year)
  const text = contentText(line, locale)
  const ownPeriod = ownPeriodOf(line, period)
  const { last, filed } = line
  return (
    <tr role="row" aria-current={open || undefined} className={line.under ? 'under' : undefined}>
      <td role="cell" className="form-number">
        {line.number}
      </td>
      <th role="rowheader" scope="row" className="form-label">
        <details
          open={open}
          onToggle={({ currentTarget }) => {
            if (currentTarget.open !== open) go(address.with({ line: currentTarget.open ? line.number : null }), true)
          }}
        >
          <summary>
            <span>{line.label}</span>
          </summary>
          <LineDetails line={line} year={year} onFill={onFill} />
        </details>
      </th>
      <td role="cell" className="form-unit" data-title={titles.unit}>
        {line.unit}
      </td>
      <td role="cell" className={`number form-now ${manner(line)}`} data-title={titles.now}>
        {card ? (
          <Link href={card} title={say(FORM_WORDS.card)}>
            {text}
          </Link>
        ) : (
          <span>{text}</span>
        )}
        {line.value !== null && <span className="form-unit-beside">{unitBeside(line.unit, text, locale)}</span>}
        {ownPeriod && <span className="form-mark">{ownPeriod}</span>}
        {line.source === 'HAND_FILLED' && <span className="form-mark">{say(FORM_WORDS.byHand)}</span>}
        {onFill && line.source === 'EMPTY' && (
          <button type="button" className="button form-fill off-paper" onClick={() => onFill('HAND_FILLED')}>
            {say(FORM_WORDS.fill)}
            <span className="for-ears"> {line.label}</span>
          </button>
        )}
      </td>
      <td role="cell" className={`number ${manner(last)}`} data-title={titles.last}>
        {last.value === null && last.filed ? (
          <>
            {givenText(last.filed, locale)}
            <span className="form-mark">{say(FORM_WORDS.filed)}</span>
          </>
        ) : (
          <>
            {contentText(last, locale)}
            {last.value !== null && (
              <span className="form-unit-beside">{unitBeside(line.unit, contentText(last, locale), locale)}</span>
            )}
          </>
        )}
      </td>
      {hasFiled && (
        <td role="cell" className="number" data-title={titles.filed}>
          {filed && givenText(filed, locale)}
          {line.filedDifference && <span className="form-mark">{say(FORM_WORDS.differs)}</span>}
        </td>
      )}
      {hasNotes && (
        <td role="cell" className="form-note" data-title={titles.note}>
          {line.note}
        </td>
      )}
    </tr>
  )
}

/** The unit beside a number, where there is no column for it. */
function unitBeside(unit: string, text: string, locale: Locale): string {
  return locale === 'EN' ? englishUnit(unit, text) : unit
}

/** Words stand like words, and what is missing does not shout. */
function manner({ value, text }: LineContent): string {
  if (text !== null) return 'form-words'
  return value === null ? 'form-gap' : ''
}
