import { Link, useAddress } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import { IndicatorCode } from '../../ui/theme-mark.tsx'
import type { FormLineFacts, GivenValue } from '../../graph/generated.ts'
import { cardOf, indicatorsOf, viewOf, givenText } from './line-text.ts'
import FORM_WORDS from './words.json' with { type: 'json' }
import '../../styles/form.css'
import { Button } from '../../ui/button.tsx'

interface Props {
  line: FormLineFacts
  year: number
  /** Null: the asker may not. */
  onFill: ((status: 'HAND_FILLED' | 'FILED') => void) | null
}

/** Where a line's value comes from, and what one has to know to file it. */
export function LineDetails({ line, year, onFill }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const card = cardOf(address, line, year)
  const indicators = indicatorsOf(line)
  return (
    <div className="line-details stack off-paper">
      {line.filedDifference && <p>{line.filedDifference.sentence}</p>}
      <dl className="facts">
        {line.definition && (
          <div>
            <dt>{say(FORM_WORDS.meaning)}</dt>
            <dd>{line.definition}</dd>
          </div>
        )}
        {indicators.length > 0 ? (
          <div>
            <dt>{say(FORM_WORDS.indicator)}</dt>
            {indicators.map(({ id, code, name }) => (
              <dd key={id}>
                <Link to={{ page: 'indicator', id }} view={viewOf(line, year)}>
                  <IndicatorCode id={id} code={code} /> {name}
                </Link>
              </dd>
            ))}
          </div>
        ) : (
          !line.line.computed &&
          !line.handFilled && (
            <div>
              <dt>{say(FORM_WORDS.byHand)}</dt>
              <dd>{say(FORM_WORDS.whyNone)}</dd>
            </div>
          )
        )}
        {line.handFilled && <Given name={say(FORM_WORDS.byHand)} given={line.handFilled} />}
        {line.filed && <Given name={say(FORM_WORDS.filed)} given={line.filed} />}
        {line.departments && line.departments.length > 0 && (
          <div>
            <dt>{say(FORM_WORDS.departments)}</dt>
            <dd>
              {line.departments
                .map(({ name, recordType, records }) => {
                  const many = say(records === 1 ? FORM_WORDS.record : FORM_WORDS.records, { n: records })
                  return say({
                    zh: `${name}（${recordType.label}${many}）`,
                    en: `${name} (${recordType.label}, ${many})`,
                  })
                })
                .join(say({ zh: '、', en: '; ' }))}
            </dd>
          </div>
        )}
        <div>
          <dt>{say(FORM_WORDS.wording)}</dt>
          <dd>{say(FORM_WORDS.wordings[line.confidence])}</dd>
        </div>
      </dl>
      <div className="actions">
        {card && (
          <Link className="button" href={card}>
            {say(FORM_WORDS.card)}
          </Link>
        )}
        {onFill && line.source === 'HAND_FILLED' && (
          <Button onClick={() => onFill('HAND_FILLED')}>{say(FORM_WORDS.amend)}</Button>
        )}
        {onFill && line.line.computed && <Button onClick={() => onFill('FILED')}>{say(FORM_WORDS.fillFiled)}</Button>}
      </div>
    </div>
  )
}

/** A value that somebody wrote down: what, who, when and from what. */
function Given({ name, given }: { name: string; given: GivenValue }) {
  const { locale, say, formatDay } = useLanguage()
  const by = say(FORM_WORDS.givenBy, { by: given.filledBy, day: formatDay(given.filledOn) })
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {givenText(given, locale)}
        {given.inUnit && ` ${given.inUnit}`}
        {say({ zh: '（', en: ' (' })}
        {by}
        {say({ zh: '；', en: '; ' })}
        {say(FORM_WORDS.fromSource, given)}
        {say({ zh: '）', en: ')' })}
      </dd>
    </div>
  )
}
