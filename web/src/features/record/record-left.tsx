import { useEffect, useRef } from 'react'
import { Link } from '../../address/link.tsx'
import { useLanguage } from '../../language/language.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { RECORD_WORDS } from './record-words.ts'

/** What became of a record that is no more. */
export interface LeftRecord {
  title: string
  texts: string[]
  /** Taking it back brings the record back; null: there is none. */
  batch: string | null
  /** Id of the record that is in its place; null: none does. */
  now: string | null
}

/** In place of a record that was withdrawn, or became another, by anyone who looks at it. */
export function RecordLeft({ title, texts, batch, now }: LeftRecord) {
  const { say } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  // The control that did it is gone.
  useEffect(() => {
    scrollTo(0, 0)
    place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} role="status" tabIndex={-1}>
      <EmptyState title={title} page>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <div className="actions">
          {now !== null && (
            <Link className="button primary" to={{ page: 'record', id: now }}>
              {say(RECORD_WORDS.toRecord)}
            </Link>
          )}
          {batch !== null && (
            <Link className="button" to={{ page: 'data' }} view={{ tab: 'batches', search: batch }}>
              {say(RECORD_WORDS.toBatch)}
            </Link>
          )}
          <Link className="button" to={{ page: 'data' }}>
            {say(RECORD_WORDS.toData)}
          </Link>
        </div>
      </EmptyState>
    </div>
  )
}
