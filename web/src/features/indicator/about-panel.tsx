import { basisWords, kindWords, scopeWords } from '@causeway/shared/words/terms'
import { Link } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { IndicatorFacts, OfficialLine } from '../../graph/generated.ts'
import INDICATOR_WORDS from './words.json' with { type: 'json' }

/** What the indicator means, how it is filled in, who asks for it, and what its definition was before. */
export function AboutPanel({ indicator }: { indicator: IndicatorFacts }) {
  const { say } = useLanguage()
  return (
    <section className="card indicator-about" aria-labelledby="definition">
      <div className="about-what">
        <h3 id="definition">{say(INDICATOR_WORDS.definition)}</h3>
        <p>
          {say(kindWords[indicator.kind])}
          {say({ zh: '：', en: ': ' })}
          {say(INDICATOR_WORDS.kinds[indicator.kind])}
        </p>
        <p className="cap">{say(INDICATOR_WORDS.version, { n: indicator.version })}</p>
        {indicator.fillingNote && (
          <>
            <h3>{say(INDICATOR_WORDS.fillingNote)}</h3>
            <p>{indicator.fillingNote}</p>
          </>
        )}
        {indicator.versions.length > 1 && (
          <>
            <h3>{say(INDICATOR_WORDS.versions)}</h3>
            <ol className="versions">
              {indicator.versions.map(({ version, change }) => (
                <li key={version}>
                  {say(INDICATOR_WORDS.version, { n: version })}
                  {say({ zh: '：', en: ': ' })}
                  {change ?? say(INDICATOR_WORDS.firstVersion)}
                </li>
              ))}
            </ol>
          </>
        )}
        {indicator.mappings.length === 0 && <p className="quiet">{say(INDICATOR_WORDS.noLines)}</p>}
      </div>
      {indicator.mappings.length > 0 && (
        <div>
          <h3>{say(INDICATOR_WORDS.lines)}</h3>
          <ul className="lines">
            {indicator.mappings.map((line) => (
              <Line key={[line.form, line.edition, line.number].join('/')} line={line} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** One line of an official table, and the way to that table. */
function Line({ line }: { line: OfficialLine }) {
  const { say } = useLanguage()
  return (
    <li>
      <Link to={{ page: 'form', id: line.form }} view={{ edition: line.edition }}>
        {say({ zh: `《${line.formName}》`, en: line.formName })} {line.number}
        {say({ zh: ' ', en: ': ' })}
        {line.label}
      </Link>
      <span className="quiet">
        {[
          line.editionName,
          line.basis && say(basisWords[line.basis]),
          line.scope && say(scopeWords[line.scope]),
          say(INDICATOR_WORDS.confidences[line.confidence]),
        ]
          .filter(Boolean)
          .join(say({ zh: '，', en: ', ' }))}
      </span>
    </li>
  )
}
