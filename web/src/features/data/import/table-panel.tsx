import '../../../styles/import.css'
import '../../../styles/sheet-table.css'
import { useLayoutEffect, useRef, useState } from 'react'
import { fill } from '@causeway/shared/words/words'
import type { FileColumn, ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { ColumnHead } from './column-head.tsx'
import { columnsAlike, isInDoubt } from './column-choices.ts'
import { changeDraft, type Draft } from './import-draft.ts'
import { LackingFields } from './lacking-fields.tsx'
import { whatLacks } from './what-lacks.ts'
import { LineCells } from './line-cells.tsx'
import { LineMenu } from './line-menu.tsx'
import { MoveList, movesByColumn, TakenMoves, WholeMoves } from './moves-panel.tsx'
import MOVE_WORDS from './move-words.json' with { type: 'json' }
import IMPORT_WORDS from './words.json' with { type: 'json' }
import type { ImportDesk } from './use-import.ts'

interface Props {
  draft: Draft
  report: ImportReport
  units: [code: string, name: string][]
  desk: ImportDesk
}

/** More of them are shown when somebody asks. */
const MOST_LINES = 15

/** The first lines of the sheet as they are: what each line is, which field each column is, and what else could be read of it. */
export function TablePanel({ draft, report, units, desk }: Props) {
  const { say } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const back = useRef<string | null>(null)
  useLayoutEffect(() => {
    // Who corrects lines goes on where they were.
    if (back.current !== null) document.getElementById(back.current)?.focus()
    back.current = null
  }, [report])
  if (report.head.length === 0) return null
  const { columns, head, recordType } = report
  const width = Math.max(columns.length, ...head.map(({ cells }) => cells.length))
  const lines = isWhole || head.length <= MOST_LINES + 3 ? head : head.slice(0, MOST_LINES)
  const title = say(recordType ? IMPORT_WORDS.columns : MOVE_WORDS.sheet)
  const read = columns.filter(({ field }) => field !== null).length
  const count =
    read === columns.length
      ? fill(IMPORT_WORDS.columnsAll, { n: read })
      : fill(IMPORT_WORDS.columnsSome, { n: columns.length, read })
  const lacking = whatLacks(draft, report)
  // Of a saved mapping that was made before there were such columns.
  const fit = report.recognised.find(({ mapping }) => mapping !== null && mapping === report.mapping)?.saved
  const open =
    recordType === null ||
    report.headerRow === null ||
    report.moves.length > 0 ||
    draft.taken.length > 0 ||
    draft.headerRow !== null ||
    isInDoubt(draft, report) ||
    (fit?.added.length ?? 0) > 0 ||
    lacking.isAsked
  const groups = movesByColumn(report, width)

  function check(from: string) {
    back.current = from
    void desk.check('check')
  }

  return (
    <details className="card sheet-panel" open={open || undefined}>
      <summary>{columns.length > 0 ? say(IMPORT_WORDS.columnsWith, { count: say(count) }) : title}</summary>
      <WholeMoves groups={groups} draft={draft} report={report} desk={desk} />
      <TakenMoves draft={draft} desk={desk} />
      <LackingFields draft={draft} report={report} units={units} desk={desk} lacking={lacking} />
      <div className="table-frame" role="group" aria-label={title} tabIndex={0}>
        <table className="sheet-table">
          <caption className="for-ears">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say(MOVE_WORDS.line)}</th>
              {Array.from({ length: width }, (_, at) => (
                <th key={at} scope="col" abbr={`${letterOf(at)} ${columns[at]?.header ?? ''}`.trim()}>
                  <HeadOf at={at} draft={draft} report={report} />
                </th>
              ))}
            </tr>
            {groups.some(({ moves }) => moves.length > 0) && (
              <tr className="column-moves">
                <td />
                {groups.map(({ from, to, moves }) => (
                  <td key={from} colSpan={to - from + 1}>
                    {moves.length > 0 && <MoveList moves={moves} draft={draft} report={report} desk={desk} />}
                  </td>
                ))}
              </tr>
            )}
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <LineMenu key={line.row} line={line} draft={draft} report={report} desk={desk} check={check}>
                {(role) => <LineCells lines={lines} at={at} role={role} width={width} report={report} />}
              </LineMenu>
            ))}
          </tbody>
        </table>
      </div>
      <p className="actions">
        {lines.length < head.length && (
          <Button onClick={() => setWhole(true)}>{say(MOVE_WORDS.moreLines, { n: head.length - lines.length })}</Button>
        )}
        {recordType && (
          <Button disabled={desk.progress !== null} onClick={() => void desk.check('check')}>
            {say(IMPORT_WORDS.recheck)}
          </Button>
        )}
      </p>
    </details>
  )
}

/** Before anyone knows what the file holds, a column has its letter alone. */
function HeadOf({ at, draft, report }: { at: number; draft: Draft; report: ImportReport }) {
  const { say } = useLanguage()
  const column = report.columns[at]
  const isEmpty = report.head.every(({ cells }) => !cells[at]?.trim()) && !column?.samples.length
  const letter = <span className="code">{letterOf(at)}</span>
  if (isEmpty)
    return (
      <span className="no-record">
        {letter} {say(MOVE_WORDS.emptyColumn)}
      </span>
    )
  if (!column || !report.recordType) return letter
  const take = (field: string | null | undefined) => changeDraft({ columns: withChoice(draft, column, field) })
  const others = columnsAlike(column, draft, report)
  return (
    <>
      {letter}
      <ColumnHead column={column} draft={draft} report={report} others={others} take={take} />
    </>
  )
}

/** `field`: undefined takes the choice back. */
function withChoice({ columns }: Draft, { index }: FileColumn, field: string | null | undefined): Draft['columns'] {
  const { [index]: _, ...others } = columns
  return field === undefined ? others : { ...others, [index]: field }
}

/** As a spreadsheet names it. */
function letterOf(index: number): string {
  return (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26))
}
