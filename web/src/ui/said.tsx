import { useEffect, useRef } from 'react'

/**
 * What was done, in the place of the control that did it: it takes the focus, since that control is often gone.
 * It is on the page before it says anything, so that it is read out when it does.
 */
export function Said({ text }: { text: string | null }) {
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (text !== null) place.current?.focus()
  }, [text])
  return (
    <p ref={place} role="status" tabIndex={-1} className={text === null ? 'for-ears' : 'note said'}>
      {text}
    </p>
  )
}
