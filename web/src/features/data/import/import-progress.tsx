import { formatValue } from '@causeway/shared/format-figure'
import { fill } from '@causeway/shared/words/words'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Progress } from './under-way.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }

/** How far a file has come. `stop`: ends it; null: it is to bring rows in, and goes to its end. */
export function ImportProgress({
  progress,
  file,
  stop,
}: {
  progress: Progress
  file: string
  stop: (() => void) | null
}) {
  const { say } = useLanguage()
  const words =
    progress.phase === 'sending' ? IMPORT_WORDS.sending : stop === null ? IMPORT_WORDS.writing : IMPORT_WORDS.reading
  const title = say(fill(words, { file }))
  return (
    <div className="card import-progress stack-tight">
      <p role="status">
        <ForEyesAndEars title={title} progress={progress} />
      </p>
      <progress aria-label={title} max={1} {...(progress.share !== null && { value: progress.share })} />
      {stop && (
        <p className="actions">
          <Button onClick={stop}>{say(IMPORT_WORDS.stop)}</Button>
        </p>
      )}
    </div>
  )
}

/** For eyes at once and for ears in tenths. */
export function ForEyesAndEars({ title, progress }: { title: string; progress: Progress }) {
  const { locale, say } = useLanguage()
  const said = progress.isLost ? say(IMPORT_WORDS.reconnecting) : title
  const rows = progress.rows > 0 ? say(IMPORT_WORDS.soFar, { n: formatValue(progress.rows, 0, locale) }) : ''
  const tenths = progress.share === null ? '' : `${Math.floor(progress.share * 10) * 10} %`
  return (
    <>
      <span aria-hidden="true">
        {said}
        {rows && `${say({ zh: '，', en: ', ' })}${rows}`}
      </span>
      <span className="for-ears">
        {said} {tenths}
      </span>
    </>
  )
}
