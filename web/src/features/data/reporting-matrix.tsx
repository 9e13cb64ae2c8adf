import { useId } from 'react'
import { periodLabel, type Period } from '@causeway/shared/period'
import { formatValue } from '@causeway/shared/format-figure'
import { useAddress } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import { SymbolList } from '../../ui/data-table.tsx'
import { Choice } from '../../ui/choice.tsx'
import { yearsOf, type MissingData, byUnit, byYear, type MatrixCell } from './reporting.ts'
import MISSING_WORDS from './missing-words.json' with { type: 'json' }

interface Props {
  data: MissingData
  names: Map<string, string>
  periodOf: (year: number) => Period
}

/** Record types down, years or units across: a sign and a word in each place. */
export function ReportingMatrix({ data, names, periodOf }: Props) {
  const { locale, say } = useLanguage()
  const { view, change } = useAddress()
  const id = useId()
  const units = [...new Set((data.y0?.completeness ?? []).flatMap(({ unit }) => (unit === null ? [] : [unit])))].sort()
  const across = view.across === 'unit' && units.length > 0 ? 'unit' : 'year'
  const years = yearsOf(data)
  const columns =
    across === 'unit'
      ? units.map((unit) => ({ id: unit, title: names.get(unit) ?? unit, partial: false }))
      : years.map(({ year, partial }) => ({ id: String(year), title: periodLabel(periodOf(year), locale), partial }))
  const rows =
    across === 'unit' ? byUnit(data.recordTypes, data.y0!, units, data.y0!.owed) : byYear(data.recordTypes, years)
  const title = say(across === 'unit' ? MISSING_WORDS.heldUnits : MISSING_WORDS.held)
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{title}</h2>
        {units.length > 0 && (
          <Choice
            label={say(MISSING_WORDS.show)}
            value={across}
            options={[
              { value: 'year', text: say(MISSING_WORDS.years) },
              { value: 'unit', text: say(MISSING_WORDS.units) },
            ]}
            onChange={(value) => change({ across: value === 'unit' ? 'unit' : null })}
          />
        )}
      </header>
      <div className="table-frame matrix" role="group" aria-label={title} tabIndex={0}>
        <table>
          <caption className="for-ears">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say(MISSING_WORDS.type)}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.title}
                  {column.partial && <span className="cap"> {say(MISSING_WORDS.unfinished)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ type, cells }) => (
              <tr key={type.name}>
                <th scope="row">{type.label}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at]!.id}>
                    <StateCell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SymbolList symbols={Object.values(MISSING_WORDS.states)} />
    </section>
  )
}

function StateCell({ cell }: { cell: MatrixCell | null }) {
  const { locale, say } = useLanguage()
  if (!cell) return <span className="for-ears">{say(MISSING_WORDS.notExpected)}</span>
  const { symbol, word } = MISSING_WORDS.states[cell.state]
  const text =
    cell.state === 'RECORDS' ? `${formatValue(cell.records, 0, locale)}${say({ zh: ' 条', en: '' })}` : say(word)
  return (
    <span className={`cell-state state-${cell.state.toLowerCase()}`}>
      <span aria-hidden="true">{symbol}</span> {text}
    </span>
  )
}
