import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import { fill } from '../../../language/fill.ts'
import { IMPORT_WORDS } from './import-words.ts'
import type { Progress } from './use-import.ts'

/** How far it has come, for eyes at once and for ears in tenths. */
export function ImportProgress({
  progress,
  file,
  importing,
}: {
  progress: Progress
  file: string
  importing: boolean
}) {
  const { locale, say } = useLanguage()
  const words =
    progress.phase === 'sending' ? IMPORT_WORDS.sending : importing ? IMPORT_WORDS.writing : IMPORT_WORDS.reading
  const title = say(progress.isLost ? IMPORT_WORDS.reconnecting : fill(words, { file }))
  const rows = progress.rows > 0 ? say(fill(IMPORT_WORDS.soFar, { n: formatValue(progress.rows, 0, locale) })) : ''
  const tenths = progress.share === null ? '' : `${Math.floor(progress.share * 10) * 10} %`
  return (
    <div className="card import-progress">
      <p aria-hidden="true">
        {title}
        {rows && `${say({ zh: '，', en: ', ' })}${rows}`}
      </p>
      <progress aria-label={title} max={1} {...(progress.share !== null && { value: progress.share })} />
      <p className="for-ears" role="status">
        {title} {tenths}
      </p>
    </div>
  )
}
