import { useState } from 'react'
import { Link } from '../../../address/address.tsx'
import type { InstitutionFacts, ListFinding } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { Refused, useDeed } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { Said } from '../../../ui/form-actions.tsx'
import WORDS from './words.json' with { type: 'json' }

const TakeStartsMutation = graph(
  `
  mutation TakeStarts($input: TakeStartsInput!, $locale: Locale!) {
    takeStarts(input: $input) { __typename ... on StartsTaken { taken batch { id } } ...Refused }
  }
`,
  { Refused },
)

interface Props {
  finding: ListFinding
  institution: InstitutionFacts
}

/** Starts that records without one could take from the first record that names them: for one of them, or for all. */
export function StartOffers({ finding: { type, offered, offers }, institution }: Props) {
  const { say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const [wanted, setWanted] = useState<string[] | null>(null)
  const [taken, setTaken] = useState<{ count: number; batch: string | null } | null>(null)

  async function take(records: string[] | null) {
    setWanted(records)
    const done = await send(TakeStartsMutation, { institution: institution.code, recordType: type!.name, records })
    if (!done) return
    setTaken({ count: done.taken, batch: done.batch?.id ?? null })
    forget()
  }

  return (
    <>
      <Said text={taken && say(WORDS.taken, { n: taken.count })} />
      {taken?.batch && (
        <p>
          <Link to={{ page: 'data' }} view={{ tab: 'batches', search: taken.batch }}>
            {say(WORDS.undo)}
          </Link>
        </p>
      )}
      {offers.length > 0 && (
        <section className="stack-tight" aria-labelledby="start-offers">
          <h2 id="start-offers">{say(WORDS.offers)}</h2>
          <p className="quiet">{say(WORDS.offersText)}</p>
          <ul className="offers">
            {offers.map(({ record, sentence }) => (
              <li key={record.id}>
                <p>
                  <Link to={{ page: 'record', id: record.id }}>{record.label}</Link>{' '}
                  <span className="quiet">{sentence}</span>
                </p>
                <Button
                  disabled={busy}
                  aria-label={`${say(WORDS.take)}${say({ zh: '：', en: ': ' })}${record.label}`}
                  onClick={() => void take([record.id])}
                >
                  {say(WORDS.take)}
                </Button>
              </li>
            ))}
          </ul>
          {offered > offers.length && <p className="quiet">{say(WORDS.moreOffers, { n: offered - offers.length })}</p>}
          {offered > 1 && (
            <p className="actions">
              <Button primary disabled={busy} onClick={() => void take(null)}>
                {say(WORDS.takeAll, { n: offered })}
              </Button>
            </p>
          )}
        </section>
      )}
      <NotDone refused={refused} fault={fault} retry={() => void take(wanted)} />
    </>
  )
}
