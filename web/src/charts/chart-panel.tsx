import { useId, useMemo, useState, type ReactNode } from 'react'
import { askForForm } from '@causeway/shared/charts/asked-form'
import { SERIES_FORMS } from '@causeway/shared/charts/forms/forms'
import type { ChartForm, ChartSpec } from '@causeway/shared/charts/spec'
import type { Table } from '@causeway/shared/table'
import { Link, useAddress } from '../address/address.tsx'
import type { TakenView } from '../address/taken-view.ts'
import { useLanguage } from '../language/language.tsx'
import { useStill, type Still } from '../still/still.ts'
import { Choice } from '../ui/choice.tsx'
import { SymbolList, TableView, type CellLink } from '../ui/data-table.tsx'
import { TakeAway } from '../ui/take-away.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { ChartLegend } from './chart-legend.tsx'
import CHART_WORDS from './words.json' with { type: 'json' }
import { markNotes } from '@causeway/shared/charts/reading'
import type { Words } from '@causeway/shared/words/words'

interface Props {
  /** Its name in the address, where the table is shown instead. */
  name: string
  spec: ChartSpec
  table: Table
  /** The forms that suit its data, the best first (`useChartForm`): where there are several, the reader chooses. */
  forms?: readonly ChartForm[]
  /** Whose records it was drawn from. */
  institution: { name: string; dataDate: string | null }
  computedAt?: string | null
  chosen?: number
  /** The reader chose a point; `series` is -1 where all at that place are meant. */
  onChoose?: (place: number, series: number) => void
  className?: string
  /** Where it can be had: files and an embedded chart, one step away. */
  take?: TakenView
  /** Where a cell of the table leads; null: nowhere. */
  linkOf?: CellLink
  children?: ReactNode
}

/** A chart with everything it owes its reader: what, where and when, a legend, the table one step away, the source. */
export function ChartPanel({
  name,
  spec,
  table,
  forms = [],
  institution,
  computedAt,
  chosen = -1,
  onChoose,
  className = '',
  take,
  linkOf,
  children,
}: Props) {
  const { say, formatDay, formatMoment } = useLanguage()
  const { view, with: withChanges, change } = useAddress()
  const still = useStill()
  const id = useId()
  const [putAway, setPutAway] = useState<ReadonlySet<number>>(new Set())
  const asTable = view.table.includes(name)
  const hidden = useMemo(() => new Set([...putAway].filter((at) => at < spec.series.length)), [putAway, spec])
  const toggled = asTable ? view.table.filter((one) => one !== name) : [...view.table, name]
  return (
    <section className={`card ${className}`} aria-labelledby={id} data-chart={name}>
      <figure className="chart-panel" aria-labelledby={id}>
        <div className="chart-head">
          <div>
            <h2 id={id}>{say(spec.title)}</h2>
            <p className="cap">{say(spec.subtitle)}</p>
          </div>
          {!still && (
            <Link className="button" href={withChanges({ table: toggled })}>
              {say(asTable ? CHART_WORDS.chart : CHART_WORDS.table)}
              <span className="for-ears">: {say(spec.title)}</span>
            </Link>
          )}
        </div>
        {still ? (
          <>
            <StillChart spec={spec} draw={still.draw} />
            <details className="chart-table">
              <summary>{say(CHART_WORDS.table)}</summary>
              <TableView table={table} />
            </details>
          </>
        ) : (
          <>
            {forms.length > 1 && !asTable && (
              <div className="chart-form off-paper">
                <Choice
                  label={say(CHART_WORDS.form)}
                  value={spec.kind as ChartForm}
                  options={forms.map((form) => ({ value: form, text: say(SERIES_FORMS[form].words) }))}
                  onChange={(form) => change({ chart: askForForm(view.chart, name, form, forms) })}
                />
              </div>
            )}
            {!asTable && <ChartLegend spec={spec} hidden={hidden} onHide={setPutAway} />}
            {!asTable && <ChartFrame spec={spec} hidden={hidden} chosen={chosen} onChoose={onChoose} />}
            <div className="chart-table" hidden={!asTable}>
              <TableView table={table} linkOf={linkOf} />
            </div>
          </>
        )}
        <figcaption className="chart-foot">
          {children}
          {!asTable && <ChartNotes spec={spec} />}
          <p className="cap">
            {say(CHART_WORDS.source)}
            {institution.name}
            {institution.dataDate && say(CHART_WORDS.records)}
            {institution.dataDate && <span className="nowrap">{formatDay(institution.dataDate)}</span>}
            {computedAt && say(CHART_WORDS.updated)}
            {computedAt && <span className="nowrap">{formatMoment(computedAt)}</span>}
          </p>
          {take && !still && <TakeAway view={take} title={say(spec.title)} />}
        </figcaption>
      </figure>
    </section>
  )
}

/** Beneath a chart: what its symbols and marks mean, those that occur in it, and how much more there is. */
function ChartNotes({ spec }: { spec: ChartSpec }) {
  const { say } = useLanguage()
  return (
    <>
      <SymbolList symbols={spec.symbols} />
      {[...markNotes(spec), ...leftOutNotes(spec)].map((note) => (
        <p key={note.en} className="cap">
          {say(note)}
        </p>
      ))}
    </>
  )
}

function leftOutNotes({ leftOut }: ChartSpec): Words[] {
  if (leftOut === 0) return []
  return [
    { zh: `另有${leftOut}项未在图中列出，见表格`, en: `${leftOut} more ${leftOut === 1 ? 'is' : 'are'} in the table` },
  ]
}

/** A chart of a page that is a file: drawn in the page. */
function StillChart({ spec, draw }: { spec: ChartSpec; draw: Still['draw'] }) {
  const { say } = useLanguage()
  const drawn = { __html: draw(spec) }
  return <div className="still-chart" role="img" aria-label={say(spec.summary)} dangerouslySetInnerHTML={drawn} />
}
