import type { Words } from '@causeway/shared/words/words'
import { Link } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { FormFinding, FormLineFacts } from '../../graph/generated.ts'
import FORM_WORDS from './words.json' with { type: 'json' }

/** What is missing before it can be filed, and what is doubtful, each with the way to its line. */
export function ChecksPanel({ findings, lines }: { findings: FormFinding[]; lines: FormLineFacts[] }) {
  const { say } = useLanguage()
  const withoutRecords = lines.filter(({ source, gap }) => source === 'COMPUTED' && gap === 'NO_RECORDS')
  const toFill = lines.filter(({ source }) => source === 'EMPTY')
  const isWhole = withoutRecords.length === 0 && toFill.length === 0
  return (
    <section className="card form-checks off-paper" aria-labelledby="checks">
      <header className="card-head">
        <h2 id="checks">{say(FORM_WORDS.checks)}</h2>
        {findings.length > 0 && (
          <span className="quiet">
            {findings.length === 1 ? say(FORM_WORDS.checkOne) : say(FORM_WORDS.checksOf, { n: findings.length })}
          </span>
        )}
      </header>
      {withoutRecords.length > 0 && (
        <p>
          {said(FORM_WORDS.withoutRecords, withoutRecords)}
          <Link className="to-line" to={{ page: 'data' }} view={{ tab: 'completeness' }}>
            {say(FORM_WORDS.whatIsMissing)}
          </Link>
        </p>
      )}
      {toFill.length > 0 && <p>{said(FORM_WORDS.toFill, toFill)}</p>}
      {findings.length === 0 ? (
        <p className="quiet">{say(isWhole ? FORM_WORDS.noChecks : FORM_WORDS.noChecksOfRest)}</p>
      ) : (
        <ul>
          {findings.map(({ rule, lines: numbers, sentence }) => (
            <li key={`${rule} ${numbers.join(' ')}`}>
              {sentence}
              {numbers
                // Lines of another table have no row here.
                .filter((number) => !number.includes('/'))
                .map((number) => (
                  <Link key={number} className="to-line" view={{ line: number }}>
                    {say(FORM_WORDS.toLine, { number })}
                  </Link>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )

  function said(words: Words, missing: FormLineFacts[]): string {
    const numbers = missing.map(({ number }) => number).join(say({ zh: '、', en: ', ' }))
    return say(words, { n: missing.length, numbers })
  }
}
