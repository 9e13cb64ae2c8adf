import { useLanguage } from '../../language/language.tsx'
import { fill } from '../../language/fill.ts'
import type { FormEditionFacts, FormFacts } from '../../graph/generated.ts'
import { FORM_WORDS, WORDING_WORDS } from './words.ts'

/** What changed since the edition before, and where the lines were seen. */
export function EditionsPanel({ form, shown }: { form: FormFacts; shown: FormEditionFacts }) {
  const { say } = useLanguage()
  return (
    <section className="form-editions-panel" aria-label={say(FORM_WORDS.editions)}>
      {form.before && (
        <details>
          <summary>{say(fill(FORM_WORDS.changes, form.before))}</summary>
          {form.changes.length === 0 ? (
            <p className="quiet">{say(FORM_WORDS.noChanges)}</p>
          ) : (
            <ul className="form-changes">
              {form.changes.map(({ sentence, before, after }) => (
                <li key={`${before?.number ?? ''} ${after?.number ?? ''}`}>{sentence}</li>
              ))}
            </ul>
          )}
        </details>
      )}
      <details>
        <summary>{say(FORM_WORDS.wordingTitle)}</summary>
        <p>{say(WORDING_WORDS[shown.confidence])}</p>
        <p className="quiet">{shown.source}</p>
        {form.definition.source !== shown.source && <p className="quiet">{form.definition.source}</p>}
      </details>
    </section>
  )
}
