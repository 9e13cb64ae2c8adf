import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { fill } from '../../language/fill.ts'
import { useLanguage } from '../../language/language.tsx'
import type { FormFinding } from './form-query.ts'
import { FORM_WORDS } from './words.ts'

/** What is doubtful, each with the way to its line. */
export function ChecksPanel({ findings }: { findings: FormFinding[] }) {
  const { say } = useLanguage()
  const address = useAddress()
  return (
    <section className="card form-checks" aria-labelledby="checks">
      <header className="card-head">
        <h2 id="checks">{say(FORM_WORDS.checks)}</h2>
        {findings.length > 0 && (
          <span className="quiet">
            {findings.length === 1 ? say(FORM_WORDS.checkOne) : say(fill(FORM_WORDS.checksOf, { n: findings.length }))}
          </span>
        )}
      </header>
      {findings.length === 0 ? (
        <p className="quiet">{say(FORM_WORDS.noChecks)}</p>
      ) : (
        <ul>
          {findings.map(({ rule, lines, sentence }) => (
            <li key={`${rule} ${lines.join(' ')}`}>
              {sentence}
              {lines
                // Lines of another table have no row here.
                .filter((number) => !number.includes('/'))
                .map((number) => (
                  <Link key={number} className="to-line" href={address.with({ line: number })}>
                    {say(fill(FORM_WORDS.toLine, { number }))}
                  </Link>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
