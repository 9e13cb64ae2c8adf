import { useId } from 'react'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft } from './import-draft.ts'
import type { ImportDesk } from './use-import.ts'
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  report: ImportReport
  desk: ImportDesk
  /** Nothing is in the way of seeing what would change. */
  mayGoOn: boolean
}

/** Which saved mappings the file is like, what of its columns is new, and the way on in one click. */
export function SavedOffer({ report, desk, mayGoOn }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const offers = report.recognised.flatMap(({ mapping, saved, ...one }) =>
    mapping !== null && saved ? [{ ...one, mapping, saved }] : [],
  )
  if (offers.length === 0) return null
  const taken = offers.find(({ mapping }) => mapping === report.mapping)
  const busy = desk.progress !== null

  function take(type: string, mapping: string) {
    changeDraft({ type, mapping, typeFound: false, columns: {}, constants: {}, addUp: false })
    void desk.check('check')
  }

  return (
    <section className="card saved-offer stack-tight" aria-labelledby={id}>
      <h3 id={id}>{say(taken ? SAVED_WORDS.known : SAVED_WORDS.mayBe)}</h3>
      {(taken ? [taken] : offers).map(({ mapping, recordType, why, saved }) => (
        <div key={mapping} className="stack-tight">
          <p>{why}</p>
          {taken && saved.added.length > 0 && <p className="quiet">{say(SAVED_WORDS.newColumns)}</p>}
          <p className="actions">
            {!taken && (
              <Button disabled={busy} onClick={() => take(recordType.name, mapping)}>
                {say(SAVED_WORDS.readSo, { name: mapping })}
              </Button>
            )}
            {taken && mayGoOn && (
              <Button primary disabled={busy} onClick={() => void desk.check('preview')}>
                {say(SAVED_WORDS.toPreview)}
              </Button>
            )}
          </p>
        </div>
      ))}
    </section>
  )
}
