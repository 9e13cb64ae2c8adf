import { useLanguage } from '../language/language.tsx'
import UI_WORDS from './words.json' with { type: 'json' }
import { useLayoutEffect, useRef } from 'react'
import { Button } from './button.tsx'

interface Props {
  /** What the form does, as its button says. */
  children: string
  busy: boolean
  onCancel: () => void
}

/** The end of a form: does it, or leaves it. */
export function FormActions({ children, busy, onCancel }: Props) {
  const { say } = useLanguage()
  return (
    <div className="actions">
      <Button primary submits disabled={busy}>
        {children}
      </Button>
      <Button onClick={onCancel}>{say(UI_WORDS.cancel)}</Button>
    </div>
  )
}

/**
 * What was done, in the place of the control that did it: it takes the focus, since that control is often gone.
 * It is on the page before it says anything, so that it is read out when it does.
 */
export function Said({ text }: { text: string | null }) {
  const place = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    if (text !== null) place.current?.focus()
  }, [text])
  return (
    <p ref={place} role="status" tabIndex={-1} className={text === null ? 'for-ears' : 'note said'}>
      {text}
    </p>
  )
}
