import { Fragment } from 'react'
import { useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { mayDo, useSession } from '../../session/use-session.tsx'
import { useInstitution, useSetting } from '../../setting/setting.tsx'
import { useStill } from '../../still/still.ts'
import { FailedPart } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/developers.css'
import { type AddressPattern, addressesOf, PARAMETERS, SERVED_VIEWS } from './addresses.ts'
import ADDRESS_WORDS from './address-words.json' with { type: 'json' }
import { LIST_COMMA } from '@causeway/shared/words/words'
import { CodePanel } from './code-panel.tsx'
import { SchemaPanel } from './schema-panel.tsx'
import { TokensPanel } from './tokens-panel.tsx'
import DEVELOPERS_WORDS from './words.json' with { type: 'json' }
import { graph } from '../../graph/graph.ts'

const IndicatorNamesQuery = graph(`
  query IndicatorNames($locale: Locale!) { indicators { ...IndicatorName } }
  fragment IndicatorName on Indicator { id code name(locale: $locale) }
`)

/** Foreign students received: every college that has any record of learners has it. */
const USUAL_INDICATOR = 'EX02'
/** Before a college has records, addresses are written with the demonstration college's code and year. */
const NO_SETTING = { institution: 'demo', year: 2023 }

/** How a program gets what the pages show. There before a college has any record. */
export function DevelopersPage() {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const { session } = useSession()
  const still = useStill()
  const state = useSetting()
  const here = useInstitution()
  const institution = here?.code ?? NO_SETTING.institution
  const year = state.state === 'ready' ? state.setting.year : NO_SETTING.year
  const names = useAnswer(IndicatorNamesQuery, { locale })
  const chosen = view.filter.find((one) => one.startsWith('indicator:'))?.slice('indicator:'.length)
  const indicator = chosen ?? USUAL_INDICATOR
  useTitle(say(DEVELOPERS_WORDS.title))
  return (
    <div className="developers stack-loose">
      <header className="page-head">
        <h1>{say(DEVELOPERS_WORDS.title)}</h1>
        <p className="lead">{say(DEVELOPERS_WORDS.lead)}</p>
        <div className="actions">
          <a className="button primary" href="/graphql">
            {say(DEVELOPERS_WORDS.playground)}
          </a>
          <a className="button" href="/schema.graphql">
            {say(DEVELOPERS_WORDS.schemaFile)}
          </a>
        </div>
      </header>
      <CodePanel
        asked={{ institution, indicator, from: year - 4, to: year, locale }}
        indicators={names.data?.indicators ?? []}
        isThere={here !== null}
      />
      <AddressTable addresses={addressesOf(institution, indicator, year)} />
      <ViewTable />
      <section className="card" aria-labelledby="rules">
        <header className="card-head">
          <h2 id="rules">{say(DEVELOPERS_WORDS.rules)}</h2>
        </header>
        <ul className="rules stack-tight">
          {DEVELOPERS_WORDS.ruleTexts.map((rule) => (
            <li key={rule.en}>{say(rule)}</li>
          ))}
        </ul>
      </section>
      {!still && (
        <Fragment>
          <FailedPart>{mayDo(session, 'access', session?.institution ?? null) && <TokensPanel />}</FailedPart>
          <FailedPart>
            <SchemaPanel />
          </FailedPart>
        </Fragment>
      )}
    </div>
  )
}

function AddressTable({ addresses }: { addresses: Record<AddressPattern, string> }) {
  const { say } = useLanguage()
  return (
    <section className="card" aria-labelledby="addresses">
      <header className="card-head">
        <h2 id="addresses">{say(DEVELOPERS_WORDS.addresses)}</h2>
      </header>
      <dl className="addresses">
        {(Object.keys(addresses) as AddressPattern[]).map((pattern) => (
          <div key={pattern}>
            <dt>
              <code>{pattern}</code>
            </dt>
            <dd>{say(ADDRESS_WORDS[pattern], { parameters: PARAMETERS.join(say(LIST_COMMA)) })}</dd>
            <dd className="address-example">
              <a href={addresses[pattern]} aria-label={say(DEVELOPERS_WORDS.openOf, { pattern })}>
                {say(DEVELOPERS_WORDS.open)}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Views that have a name of their own: what each shows, what it takes, what is in its files. */
function ViewTable() {
  const { say } = useLanguage()
  const colon = say({ zh: '：', en: ': ' })
  return (
    <section className="card" aria-labelledby="views">
      <header className="card-head">
        <h2 id="views">{say(DEVELOPERS_WORDS.views)}</h2>
      </header>
      <p className="quiet">{say(DEVELOPERS_WORDS.viewsNote)}</p>
      <dl className="addresses views">
        {SERVED_VIEWS.map(({ name, words, parameters, columns, closed }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {say(words)}
              {closed && <span className="quiet">{say(DEVELOPERS_WORDS.viewClosed)}</span>}
            </dd>
            <dd className="quiet">
              {say(DEVELOPERS_WORDS.viewParameters)}
              {colon}
              <code>{parameters}</code>
            </dd>
            <dd className="quiet">
              {say(DEVELOPERS_WORDS.viewColumns)}
              {colon}
              <code>{columns}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
