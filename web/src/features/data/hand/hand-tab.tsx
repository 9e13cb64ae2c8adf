import '../../../styles/hand.css'
import { Link, useAddress } from '../../../address/address.tsx'
import type { InstitutionFacts } from '../../../graph/generated.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { HandTypeQuery, HandTypesQuery } from './hand-query.ts'
import { WriteRecords } from './write-records.tsx'
import HAND_WORDS from './words.json' with { type: 'json' }

export type HandWay = 'hand' | 'paste'

/** Records that come in no file: one in a form, or rows that are pasted into a table. */
export function HandTab({ institution, way }: { institution: InstitutionFacts; way: HandWay }) {
  const { locale, say } = useLanguage()
  const { view, change } = useAddress()
  const { data, fault, retry } = useAnswer(HandTypesQuery, { locale })
  if (!data) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={6} />
  const types = data.recordTypes.filter(({ changedByHand }) => changedByHand)
  const type = types.find(({ name }) => name === view.type)?.name ?? ''
  return (
    <div className="data-parts stack-loose">
      <div className="card hand-type stack">
        <Choice
          label={say(HAND_WORDS.type)}
          value={type}
          options={[
            { value: '', text: say(HAND_WORDS.chooseType) },
            ...types.map(({ name, label }) => ({ value: name, text: label })),
          ]}
          onChange={(name) => change({ type: name || null })}
        />
        <Tabs
          label={say(HAND_WORDS.ways)}
          open={way}
          tabs={[
            {
              key: 'hand',
              text: say(HAND_WORDS.one),
              to: { page: 'data' },
              view: { tab: 'hand', type, unit: view.unit },
            },
            {
              key: 'paste',
              text: say(HAND_WORDS.many),
              to: { page: 'data' },
              view: { tab: 'paste', type, unit: view.unit },
            },
          ]}
        />
        <p className="quiet">
          {say(HAND_WORDS.orFile)}{' '}
          <Link to={{ page: 'data' }} view={{ tab: 'import', type, unit: view.unit }}>
            {say(HAND_WORDS.toImport)}
          </Link>
        </p>
      </div>
      {type !== '' && (
        <OfType key={`${type} ${way}`} institution={institution} type={type} way={way} unit={view.unit} />
      )}
    </div>
  )
}

function OfType({
  institution,
  type,
  way,
  unit,
}: {
  institution: InstitutionFacts
  type: string
  way: HandWay
  unit: string | null
}) {
  const { locale } = useLanguage()
  const { data, fault, retry } = useAnswer(HandTypeQuery, { type, locale })
  const [found] = data?.recordTypes ?? []
  if (!found) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={6} />
  return <WriteRecords type={found} institution={institution} way={way} unit={unit} />
}
