import { useId } from 'react'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import type { ImportMove, ImportReport } from '../../../graph/generated.ts'
import { changeDraft, type Draft } from './import-draft.ts'
import { changesOf, takeMoves, undoMove } from './taken-moves.ts'
import type { ImportDesk } from './use-import.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** What else of the file could be read: each with what it does, to be taken, and undone. */
export function MovesPanel({ draft, report, desk }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const { moves } = report
  const busy = desk.progress !== null
  if (moves.length === 0 && draft.taken.length === 0) return null
  const sure = moves.filter((move) => move.sure)

  function take(some: readonly ImportMove[]) {
    changeDraft(takeMoves(draft, report, some.map(changesOf)))
    void desk.check('check')
  }

  return (
    <section className="card moves stack" aria-labelledby={id}>
      <h3 id={id}>{say(MOVE_WORDS.title)}</h3>
      {moves.length > 0 && <p className="quiet">{say(MOVE_WORDS.hint)}</p>}
      {sure.length > 1 && (
        <p className="actions">
          <Button primary disabled={busy} onClick={() => take(sure)}>
            {say(MOVE_WORDS.takeSure, { n: sure.length })}
          </Button>
        </p>
      )}
      {moves.length > 0 && (
        <ul className="move-list stack">
          {moves.map((move) => (
            <li key={move.id} className="move" data-move={move.kind}>
              <div className="stack-tight">
                <p>
                  {move.sentence}
                  {move.sure && sure.length > 1 && <span className="cap"> {say(MOVE_WORDS.sure)}</span>}
                </p>
                {move.examples.length > 0 && (
                  <ul className="move-examples" aria-label={say(MOVE_WORDS.examples)}>
                    {move.examples.map(({ before, after }) => (
                      <li key={before}>
                        <span className="quiet">{before}</span> <span aria-hidden="true">→</span>{' '}
                        <span className="for-ears">{say(MOVE_WORDS.becomes)}</span> {after}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
              <Button
                primary={sure.length === 1 && move.sure}
                disabled={busy}
                aria-label={`${say(MOVE_WORDS.take)} ${move.sentence}`}
                onClick={() => take([move])}
              >
                {say(MOVE_WORDS.take)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {draft.taken.length > 0 && (
        <ul className="corrections" aria-label={say(MOVE_WORDS.taken)}>
          {draft.taken.map(({ id: taken, sentences }) => (
            <li key={taken}>
              <span>
                <span aria-hidden="true">✓</span> {sentences.join(say({ zh: '；', en: '; ' }))}
              </span>
              <Button
                disabled={busy}
                aria-label={`${say(MOVE_WORDS.undo)} ${sentences.join(' ')}`}
                onClick={() => {
                  changeDraft(undoMove(draft, taken))
                  void desk.check('check')
                }}
              >
                {say(MOVE_WORDS.undo)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
