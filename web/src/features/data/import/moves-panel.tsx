import type { ImportMove, ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import { changesOf, takeMoves, undoMove, withoutHeader } from './taken-moves.ts'
import type { ImportDesk } from './use-import.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** They are of the file as a whole. */
const OF_THE_FILE: readonly ImportMove['kind'][] = ['HEADER_ROWS', 'SECOND_TYPE']
/** More of a column are shown when somebody asks. */
const MOST_AT_ONCE = 2

/** Moves with the columns from and to which they are about; columns without any are between them. */
interface ColumnMoves {
  from: number
  to: number
  moves: ImportMove[]
}

const isOfTheFile = ({ kind, columns }: ImportMove) => OF_THE_FILE.includes(kind) || columns.length === 0

export function movesByColumn({ moves }: ImportReport, width: number): ColumnMoves[] {
  const groups: ColumnMoves[] = []
  const spans = moves
    .filter((move) => !isOfTheFile(move))
    .map((move) => ({ from: Math.min(...move.columns), to: Math.min(Math.max(...move.columns), width - 1), move }))
  for (const { from, to, move } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = groups.at(-1)
    if (!last || from > last.to) groups.push({ from, to, moves: [move] })
    else {
      last.to = Math.max(last.to, to)
      last.moves.push(move)
    }
  }
  const columns = Array.from({ length: width }, (_, at) => at)
  const without = columns.filter((at) => !groups.some(({ from, to }) => at >= from && at <= to))
  return [...groups, ...without.map((at) => ({ from: at, to: at, moves: [] }))].toSorted((a, b) => a.from - b.from)
}

/** What could be read of the file as a whole, all at once that nothing else could be meant by, and the ways to the columns. */
export function WholeMoves({ groups, draft, report, desk }: Props & { groups: readonly ColumnMoves[] }) {
  const { say } = useLanguage()
  const whole = report.moves.filter(isOfTheFile)
  const sure = report.moves.filter((move) => move.sure)
  if (report.moves.length === 0) return null
  return (
    <div className="moves stack-tight">
      <p className="quiet">{say(MOVE_WORDS.hint)}</p>
      {sure.length > 1 && (
        <p className="actions">
          <Button primary disabled={desk.progress !== null} onClick={() => takeAndCheck({ draft, report, desk }, sure)}>
            {say(MOVE_WORDS.takeSure, { n: sure.length })}
          </Button>
        </p>
      )}
      <p className="row">
        {groups.flatMap(({ from, moves }) =>
          moves.length === 0 ? (
            []
          ) : (
            <Button key={from} onClick={() => document.getElementById(moveId(moves[0]!))?.focus()}>
              {say(MOVE_WORDS.toColumn, { column: nameOf(report, from) })}
            </Button>
          ),
        )}
      </p>
      {whole.length > 0 && <MoveList moves={whole} draft={draft} report={report} desk={desk} />}
    </div>
  )
}

/** Each with what it does to the first cells, to be taken. */
export function MoveList({ moves, ...props }: Props & { moves: ImportMove[] }) {
  const { say } = useLanguage()
  const [first, rest] = [moves.slice(0, MOST_AT_ONCE), moves.slice(MOST_AT_ONCE)]
  return (
    <>
      <ul className="move-list">
        {first.map((move) => (
          <MoveItem key={move.id} move={move} {...props} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{say(MOVE_WORDS.moreMoves, { n: rest.length })}</summary>
          <ul className="move-list">
            {rest.map((move) => (
              <MoveItem key={move.id} move={move} {...props} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function MoveItem({ move, ...props }: Props & { move: ImportMove }) {
  const { say } = useLanguage()
  const { kind, sentence, examples } = move
  const sure = props.report.moves.filter((one) => one.sure)
  const isOnlySure = move.sure && sure.length === 1
  return (
    <li className="move stack-tight" data-move={kind}>
      <p>
        {sentence}
        {move.sure && !isOnlySure && <span className="cap"> {say(MOVE_WORDS.sure)}</span>}
      </p>
      {examples.length > 0 && (
        <ul className="move-examples" aria-label={say(MOVE_WORDS.examples)}>
          {examples.map(({ before, after }) => (
            <li key={before}>
              <span className="quiet">{before}</span> <span aria-hidden="true">→</span>{' '}
              <span className="for-ears">{say(MOVE_WORDS.becomes)}</span> {after}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Button
          id={moveId(move)}
          primary={isOnlySure}
          disabled={props.desk.progress !== null}
          aria-label={`${say(MOVE_WORDS.take)} ${sentence}`}
          onClick={() => takeAndCheck(props, [move])}
        >
          {say(MOVE_WORDS.take)}
        </Button>
      </p>
    </li>
  )
}

const moveId = ({ id }: ImportMove) => `move ${id}`

function nameOf({ columns }: ImportReport, at: number): string {
  const { letter = '', header = '' } = columns[at] ?? {}
  return `${letter} ${header}`.trim()
}

function takeAndCheck({ draft, report, desk }: Props, moves: readonly ImportMove[]) {
  changeDraft(takeMoves(draft, report, moves.map(changesOf)))
  void desk.check('check')
}

/** What was taken, each to be undone; and a header that was pointed at before the type of the file was chosen. */
export function TakenMoves({ draft, desk }: Pick<Props, 'draft' | 'desk'>) {
  const { say } = useLanguage()
  const { taken, headerRow: row, headRows } = draft
  const isPointed = row !== null && taken.every(({ from }) => from !== null)
  const role = MOVE_WORDS.roles[`HEADER_${headRows ?? 1}` as keyof typeof MOVE_WORDS.roles]
  const pointed = { id: '', sentence: say(MOVE_WORDS.headerSaid, { row: row ?? '', role: say(role) }) }
  const said = [...(isPointed ? [pointed] : []), ...taken]
  if (said.length === 0) return null

  function undo(id: string) {
    changeDraft(id === '' ? withoutHeader() : undoMove(draft, id))
    void desk.check('check')
  }

  return (
    <ul className="corrections" aria-label={say(MOVE_WORDS.taken)}>
      {said.map(({ id, sentence }) => (
        <li key={id}>
          <span>
            <span aria-hidden="true">✓</span> {sentence}
          </span>
          <Button
            disabled={desk.progress !== null}
            aria-label={`${say(MOVE_WORDS.undo)} ${sentence}`}
            onClick={() => undo(id)}
          >
            {say(MOVE_WORDS.undo)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
