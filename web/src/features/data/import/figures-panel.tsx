import { useId } from 'react'
import { formatFigure, formatValue } from '@causeway/shared/format-figure'
import { Link } from '../../../address/address.tsx'
import type { FigureChange, FigureState, ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { spoken } from '../../../language/words.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }

/** Figures before and after, by indicator and on each basis, each leading to where it holds. */
export function FiguresPanel({ report, title }: { report: ImportReport; title: string }) {
  const { locale, say } = useLanguage()
  const id = useId()
  const found = report.figureChanges
  if (!found) return null
  const several = new Set(found.changes.map(({ institution }) => institution.code)).size > 1
  const began = found.changes.filter(isBegunAtNothing)
  const others = found.changes.filter((one) => !isBegunAtNothing(one))
  const ofIndicators = Map.groupBy(others, ({ institution, indicator }) => `${institution.code} ${indicator.id}`)
  return (
    <section className="card figures-changed" aria-labelledby={id}>
      <header className="card-head">
        <h3 id={id}>
          {title} {found.changes.length > 0 && <span className="count">{formatValue(found.total, 0, locale)}</span>}
        </h3>
      </header>
      {found.notReckoned.length > 0 && (
        <p className="note">
          {say(IMPORT_WORDS.figuresSome, {
            names: found.notReckoned.map(({ name }) => name).join(say({ zh: '、', en: ', ' })),
          })}
        </p>
      )}
      {found.changes.length === 0 ? (
        <p className="quiet">{say(IMPORT_WORDS.figuresNone)}</p>
      ) : (
        ofIndicators.size > 0 && (
          <div className="table-frame" role="group" aria-label={title} tabIndex={0}>
            <table>
              <caption className="for-ears">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{say(IMPORT_WORDS.period)}</th>
                  <th scope="col" className="number">
                    {say(IMPORT_WORDS.before)}
                  </th>
                  <th scope="col" className="number">
                    {say(IMPORT_WORDS.after)}
                  </th>
                </tr>
              </thead>
              {[...ofIndicators].map(([key, changes]) => (
                <ChangesOfIndicator key={key} changes={changes} several={several} />
              ))}
            </table>
          </div>
        )
      )}
      <BegunAtNothing changes={began} />
      {found.changes.length > 0 && found.changes.length < found.total && (
        <p className="cap">
          {say(IMPORT_WORDS.firstOf, {
            n: formatValue(found.changes.length, 0, locale),
            all: formatValue(found.total, 0, locale),
          })}
        </p>
      )}
    </section>
  )
}

/** Nothing was known, and from now on it is known that there is nothing: no news by itself. */
function isBegunAtNothing({ before, after }: FigureChange): boolean {
  return before.gap === 'NO_RECORDS' && after.value === 0
}

/** Indicators that have records from now on and are 0 in each of these periods, in one line. */
function BegunAtNothing({ changes }: { changes: FigureChange[] }) {
  const { locale, say } = useLanguage()
  const names = new Set(changes.map(({ indicator }) => indicator.name))
  if (names.size === 0) return null
  return (
    <details>
      <summary>{say(IMPORT_WORDS.figuresBegun, { n: formatValue(names.size, 0, locale) })}</summary>
      <p className="quiet">{[...names].join(say({ zh: '、', en: ', ' }))}</p>
    </details>
  )
}

function ChangesOfIndicator({ changes, several }: { changes: FigureChange[]; several: boolean }) {
  const { locale, say } = useLanguage()
  const { indicator, institution } = changes[0]!
  const style = { decimals: indicator.decimals, unit: spoken(indicator.unit) }
  const text = ({ value, gap }: FigureState) => formatFigure({ value, gap }, style, locale)
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {indicator.name}
          {several && <span className="quiet">{say({ zh: '，', en: ', ' }) + institution.name}</span>}
        </th>
      </tr>
      {changes.map(({ period, before, after }) => (
        <tr key={`${period.basis} ${period.year}`}>
          <th scope="row">
            <Link
              to={{ page: 'indicator', id: indicator.id }}
              view={{ year: period.year, basis: period.basis, institution: institution.code }}
            >
              {period.label}
            </Link>
          </th>
          <td className="number">{text(before)}</td>
          <td className="number">
            <b>{text(after)}</b>
          </td>
        </tr>
      ))}
    </tbody>
  )
}
