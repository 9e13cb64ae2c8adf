import { useLanguage } from '../language/language.tsx'
import { UI_WORDS } from './words.ts'

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
      <button type="submit" className="button primary" disabled={busy}>
        {children}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {say(UI_WORDS.cancel)}
      </button>
    </div>
  )
}
