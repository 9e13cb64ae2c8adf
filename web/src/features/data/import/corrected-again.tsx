import { useId } from 'react'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import { takeMoves } from './taken-moves.ts'
import type { ImportDesk } from './use-import.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** Cells that were corrected as in an earlier file; each correction can be taken back. Renders nothing if there are none. */
export function CorrectedAgain({ draft, report, desk }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const all = report.correctedAgain
  if (all.length === 0) return null

  function takeBack({ column, columnIndex, text }: (typeof all)[number]) {
    const sentence = say(SAVED_WORDS.notCorrected, { column, text })
    const move = { id: sentence, kind: 'ALSO' as const, sentence, columns: [columnIndex] }
    changeDraft(takeMoves(draft, report, [{ ...move, changes: [[['corrections', column, text], null]] }]))
    void desk.check('check')
  }

  return (
    <section className="card corrected-again stack-tight" aria-labelledby={id}>
      <h3 id={id}>{say(SAVED_WORDS.correctedAgain)}</h3>
      <p className="quiet">{say(SAVED_WORDS.correctedAgainHint)}</p>
      <ul className="corrections">
        {all.map((one) => (
          <li key={`${one.column} ${one.text}`}>
            <span>
              {one.column}
              {say(SAVED_WORDS.colon)}
              {say(IMPORT_WORDS.was, { before: one.text, value: one.value || say(IMPORT_WORDS.empty) })}{' '}
              <span className="quiet">{say(SAVED_WORDS.cells, { n: one.count })}</span>
            </span>
            <Button
              disabled={desk.progress !== null}
              aria-label={`${say(IMPORT_WORDS.undo)} ${one.column} ${one.text}`}
              onClick={() => takeBack(one)}
            >
              {say(IMPORT_WORDS.undo)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
