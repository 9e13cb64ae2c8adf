import { useRef } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, NOTHING_SAID, readImport, setImport, type Draft } from './import-draft.ts'
import type { ImportDesk } from './use-import.ts'
import AGAIN_WORDS from './again-words.json' with { type: 'json' }

/** Takes a file that was changed after it was chosen; what was said of it holds. */
export function ChooseAgain({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { say } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  return (
    <p className="actions">
      <Button primary onClick={() => input.current?.click()}>
        {say(AGAIN_WORDS.choose)}
      </Button>
      <span className="quiet">{say(AGAIN_WORDS.hint)}</span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={say(AGAIN_WORDS.choose)}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </p>
  )
}

/** What was said of the file before it was changed: what of it holds, what does not, and the way out of it. */
export function Carried({ draft, desk }: { draft: Draft; desk: ImportDesk }) {
  const { locale, say } = useLanguage()
  if (draft.carried === null) return null
  const { kept, dropped } = draft.carried
  const n = (count: number) => formatValue(count, 0, locale)

  function beginAnew() {
    changeDraft({
      ...{ ...NOTHING_SAID, corrections: [], leaveOut: [], lines: [], headerRow: null, headRows: null, carried: null },
      ...(draft.typeFound && { type: null, mapping: null }),
    })
    void desk.checkAnew()
  }

  return (
    <section className="note carried stack-tight" role="status">
      <p>
        {say(AGAIN_WORDS.kept)}
        {kept > 0 && say(AGAIN_WORDS.rowsKept, { n: n(kept) })}
      </p>
      {dropped.length > 0 && (
        <p>
          {say(AGAIN_WORDS.dropped, {
            n: n(dropped.length),
            rows:
              dropped.slice(0, MOST_NAMED).join(say({ zh: '、', en: ', ' })) +
              (dropped.length > MOST_NAMED ? ' …' : ''),
          })}
        </p>
      )}
      <p className="actions">
        <Button
          disabled={desk.progress !== null}
          onClick={() => setImport({ ...readImport(), draft: { ...draft, carried: null } })}
        >
          {say(AGAIN_WORDS.good)}
        </Button>
        <Button disabled={desk.progress !== null} onClick={beginAnew}>
          {say(AGAIN_WORDS.anew)}
        </Button>
      </p>
    </section>
  )
}

const MOST_NAMED = 12
