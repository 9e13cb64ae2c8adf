import { useLanguage } from '../../../language/language.tsx'
import WORDS from './words.json' with { type: 'json' }

/** A PDF beside the document, where the server can make one; else that it cannot. */
export function PdfChoice({ makesPdf }: { makesPdf: boolean }) {
  const { say } = useLanguage()
  if (!makesPdf) return <p className="quiet">{say(WORDS.noPdf)}</p>
  return (
    <label className="check">
      <input type="checkbox" name="pdf" /> {say(WORDS.pdf)}
    </label>
  )
}
