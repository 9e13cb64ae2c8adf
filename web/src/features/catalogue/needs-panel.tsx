import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { NeedsQuery } from './catalogue-query.ts'
import { CATALOGUE_WORDS } from './words.ts'

/** What a clerk fills in: the note, and the columns of each record type. */
export function NeedsPanel({ id }: { id: string }) {
  const { locale, say } = useLanguage()
  const { data, waiting, fault, retry } = useAnswer(NeedsQuery, { id, locale })
  if (fault) return <FaultState fault={fault} retry={retry} />
  if (!data?.indicator) return waiting ? <Loading rows={3} /> : null
  const { fillingNote, needs } = data.indicator
  return (
    <div className="needs">
      {fillingNote && <p>{fillingNote}</p>}
      <p className="quiet">{say(CATALOGUE_WORDS.columns)}</p>
      <dl className="facts">
        {needs.map(({ recordType, fields }) => (
          <div key={recordType.name}>
            <dt>{recordType.label}</dt>
            <dd>
              {fields
                .map(({ label, required }) =>
                  required
                    ? label + say({ zh: '（', en: ' (' }) + say(CATALOGUE_WORDS.required) + say({ zh: '）', en: ')' })
                    : label,
                )
                .join(say(CATALOGUE_WORDS.list))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
