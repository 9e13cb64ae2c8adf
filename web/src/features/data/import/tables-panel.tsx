import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { NOTHING_SAID, type Draft } from './import-draft.ts'
import { changeTable, isNotRead, isWrong, openTable, tablesOf } from './import-tables.ts'
import { useImportState } from './import-draft.ts'
import { checkType } from './check-type.ts'
import { differs, hasAnswers, readLike, tablesLike } from './alike-tables.ts'
import type { ImportDesk } from './use-import.ts'
import TABLE_WORDS from './table-words.json' with { type: 'json' }

interface Props {
  types: { name: string; label: string }[]
  desk: ImportDesk
}

/** The files and sheets that go in together: what each is, what is wrong with it, and whether it goes in. */
export function TablesPanel({ types, desk }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const state = useImportState()
  const tables = tablesOf(state)
  if (tables.length < 2) return null
  const busy = desk.progress !== null
  const likeOf = ({ like }: Draft) => tables.find(({ id }) => id === like)
  /** One with the same heads of which something was said that was not said of this one. */
  const offeredFor = (table: Draft) =>
    table.isOn
      ? tablesLike(state, table).find((other) => other.like !== table.id && hasAnswers(other) && differs(table, other))
      : undefined
  const isAlone = tables.filter(({ isOn }) => isOn).length === 1

  function change(table: Draft, to: Partial<Draft> | null) {
    const seen = state.reports.get(table.id)
    changeTable(table.id, to)
    void (to?.type && to.like === null ? checkType(desk, table.id, seen) : desk.check('check'))
  }

  return (
    <section className="card tables-panel stack-tight" aria-labelledby={id}>
      <h3 id={id}>{say(TABLE_WORDS.title, { n: tables.filter(({ isOn }) => isOn).length })}</h3>
      <p className="quiet">{say(TABLE_WORDS.hint)}</p>
      <ul className="import-tables">
        {tables.map((table) => {
          const report = state.reports.get(table.id)
          const name = nameOf(table)
          const isOpen = table.id === state.draft?.id
          const other = offeredFor(table)
          return (
            <li key={table.id} data-on={table.isOn || undefined} aria-current={isOpen || undefined}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={table.isOn}
                  disabled={busy || (table.isOn && isAlone)}
                  onChange={() => change(table, { isOn: !table.isOn })}
                />
                <span className="table-name">{name}</span>
              </label>
              <select
                aria-label={say(TABLE_WORDS.typeOf, { name })}
                value={table.type ?? ''}
                disabled={busy || !table.isOn}
                onChange={(event) =>
                  change(table, { type: event.target.value, mapping: null, typeFound: false, ...NOTHING_SAID })
                }
              >
                {table.type === null && <option value="">{say(TABLE_WORDS.typeOpen)}</option>}
                {types.map((type) => (
                  <option key={type.name} value={type.name}>
                    {type.label}
                  </option>
                ))}
              </select>
              <span className={table.isOn && state.counted && isWrong(report) ? 'problem' : 'quiet'}>
                {table.isOn && report && state.counted && !isNotRead(report) ? (
                  <>
                    <span aria-hidden="true">{isWrong(report) ? '! ' : '✓ '}</span>
                    {say(TABLE_WORDS.rows, { n: formatValue(report.rowsRead - report.rowsLeftOut, 0, locale) })}
                    {report.problemCount > 0 &&
                      say(TABLE_WORDS.problems, { n: formatValue(report.problemCount, 0, locale) })}
                  </>
                ) : (
                  (table.whyOff ?? say(table.isOn ? TABLE_WORDS.unchecked : TABLE_WORDS.off))
                )}
                {likeOf(table) && (
                  <span className="cap read-as">{say(TABLE_WORDS.readAs, { name: shortOf(likeOf(table)!) })}</span>
                )}
              </span>
              <span className="actions">
                {other && (
                  <Button
                    disabled={busy}
                    aria-label={say(TABLE_WORDS.asTableOf, { name, other: shortOf(other) })}
                    onClick={() => change(table, readLike(other, { whole: true }))}
                  >
                    {say(TABLE_WORDS.asTable, { other: shortOf(other) })}
                  </Button>
                )}
                {table.isOn && !isOpen && report && (
                  <Button
                    disabled={busy}
                    aria-label={say(TABLE_WORDS.openOf, { name })}
                    onClick={() => openTable(table.id)}
                  >
                    {say(TABLE_WORDS.open)}
                  </Button>
                )}
                {isOpen && <b>{say(TABLE_WORDS.isOpen)}</b>}
                {!(table.isOn && isAlone) && (
                  <Button
                    disabled={busy}
                    aria-label={say(TABLE_WORDS.removeOf, { name })}
                    onClick={() => change(table, null)}
                  >
                    {say(TABLE_WORDS.remove)}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Among those of the same file. */
const shortOf = (table: Draft) => (table.sheet ?? table.sheets.join(' · ')) || table.file.name

function nameOf({ file, sheet, sheets }: Draft): string {
  return [file.name, ...(sheets.length > 0 ? sheets : sheet === null ? [] : [sheet])].join(' · ')
}
