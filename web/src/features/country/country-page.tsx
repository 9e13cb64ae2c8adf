import { formatFigure } from '@causeway/shared/format-figure'
import { themeWords } from '@causeway/shared/words/terms'
import { Link, useAddress } from '../../address/address.tsx'
import { LivesPanel } from '../../charts/lives-panel.tsx'
import { mentionsAsked, SubjectFacts, AdoptionFacts } from '../../graph/subject-query.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps, Setting } from '../../setting/setting.tsx'
import { FiguresOfOne, useFiguresOfOne } from '../../ui/figures-of-one.tsx'
import { InstitutionLead } from '../../ui/source-line.tsx'
import { MentionList } from '../../ui/mention-list.tsx'
import { Phrases } from '../../ui/unbroken.tsx'
import { SignInOffer } from '../../ui/records-wanted.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/registers.css'
import { FigureFacts } from '../../graph/figure-fields.ts'
import { graph, type AnswerOf } from '../../graph/graph.ts'
import type { MentionFacts, CountrySide as Side } from '../../graph/generated.ts'
import { useMemo } from 'react'
import { mirroredChartSpec } from '@causeway/shared/charts/mirrored'
import { seriesToTable } from '@causeway/shared/table'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import COUNTRY_WORDS from './words.json' with { type: 'json' }

const CountryQuery = graph(
  `
  query Country(
    $institution: ID!, $code: ID!, $key: String!, $on: Date!, $from: Int!, $to: Int!, $type: ID, $field: String,
    $first: Int!, $after: String, $may: Boolean!, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    country(code: $code, on: $on) {
      name(locale: $locale) continent { key label(locale: $locale) } blocs { key label(locale: $locale) }
    }
    introduction: indicator(id: "DN02") { ...CountrySide }
    export: indicator(id: "DN03") { ...CountrySide }
    subject(institution: $institution, release: $release, asOf: $asOf, kind: COUNTRY, code: $code) @include(if: $may) { ...SubjectFacts }
    adoptions(institution: $institution, release: $release, asOf: $asOf, country: $code, on: $on, first: 50) @include(if: $may) {
      totalCount edges { node { ...AdoptionFacts } }
    }
  }
  fragment CountrySide on Indicator {
    name(locale: $locale) unit(locale: $locale) decimals
    series(institution: $institution, release: $release, asOf: $asOf, from: $from, to: $to, filter: [{ dimension: "country", in: [$key] }]) {
      basis scope computedAt figures { ...FigureFacts }
    }
  }
`,
  { FigureFacts, SubjectFacts, AdoptionFacts },
)

type CountryAnswer = AnswerOf<typeof CountryQuery>

/** Everything about one country or region: who learns from whom both ways, partners and adoptions there, every figure, every record. */
export function CountryPage({ setting, place: { id } }: PageProps<'country'>) {
  const { locale, say, formatDay } = useLanguage()
  const address = useAddress()
  const { institution, year, may, window, on, report } = setting
  const { data, waiting, fault, retry } = useAnswer(CountryQuery, {
    institution: institution.code,
    code: id,
    key: id,
    on,
    ...window,
    ...mentionsAsked(address.view),
    may,
    locale,
  })
  const figures = useFiguresOfOne('country', id, setting)
  useTitle(data?.country?.name ?? id, institution.name)
  if (!data?.country && fault) return <FaultState fault={fault} retry={retry} page />
  if (!data) return <Loading rows={7} />
  if (!data.country)
    return (
      <EmptyState title={say(COUNTRY_WORDS.unknown)} page>
        <p>{id}</p>
        <Link className="button" to={{ page: 'overview' }}>
          {say(COUNTRY_WORDS.overview)}
        </Link>
      </EmptyState>
    )
  const { country, subject, adoptions } = data
  const lives = (adoptions?.edges ?? []).map(({ node }) => node)
  return (
    <div aria-busy={waiting}>
      <header className="page-head">
        <p className="crumbs">{say(COUNTRY_WORDS.kind)}</p>
        <h1>
          <Phrases text={headlineOf(data)} />
        </h1>
        <InstitutionLead institution={institution} when={report} />
        <p className="lead">
          {[country.continent, ...country.blocs].map(({ label }) => label).join(say({ zh: '、', en: ', ' }))}
          {country.blocs.length > 0 &&
            say({ zh: `（成员身份以${formatDay(on)}为准）`, en: ` (member on ${formatDay(on)})` })}
        </p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="register-page">
        {data.introduction && data.export && (
          <WhoLearnsPanel
            introduction={data.introduction}
            carriedOut={data.export}
            country={{ code: id, name: country.name }}
            setting={setting}
          />
        )}
        <SignInOffer institution={institution.code}>{say(COUNTRY_WORDS.offer)}</SignInOffer>
        {subject && <PartnersPanel mentions={subject.mentions} />}
        {lives.length > 0 && (
          <LivesPanel
            adoptions={lives}
            on={on}
            institution={institution}
            of={{ country: id }}
            title={COUNTRY_WORDS.adoptions}
            leads={({ standard, record }) => ({
              title: standard ? address.to({ page: 'standard', id: standard }) : null,
              country: null,
              adopter: address.to({ page: 'record', id: record.id }),
            })}
          />
        )}
        <FiguresOfOne figures={figures} setting={setting} dimension="country" code={id} />
        {subject && <MentionList mentions={subject.mentions} one={address.view.type !== null} />}
      </div>
    </div>
  )

  function headlineOf({ country, introduction, export: out }: CountryAnswer): string {
    const name = country!.name
    const said = [
      { side: introduction, words: themeWords.INTRODUCTION },
      { side: out, words: themeWords.EXPORT },
    ].flatMap(({ side, words }) => {
      const figure = side?.series?.figures.find((one) => one.period.year === year)
      if (!figure || figure.value === null) return []
      const text = formatFigure(figure, { decimals: 0, unit: spoken(side!.unit) }, locale)
      return [say({ zh: `${words.zh} ${text}`, en: `${words.en.toLowerCase()} ${text}` })]
    })
    if (said.length === 0) return name
    return say({ zh: `${name}：${said.join('，')}`, en: `${name}: ${said.join(', ')}` })
  }
}

/** The partners in a country, each with the way to its own page. */
function PartnersPanel({ mentions }: { mentions: MentionFacts[] }) {
  const { say } = useLanguage()
  const partners = mentions.find(({ recordType, field }) => recordType.name === 'partner' && field === 'country')
  if (!partners) return null
  const shown = partners.records.edges.map(({ node }) => node)
  const left = (partners.records.totalCount ?? shown.length) - shown.length
  return (
    <section className="card theme-platforms" aria-labelledby="partners-here">
      <h2 id="partners-here">{say(COUNTRY_WORDS.partners)}</h2>
      <ul className="thing-list">
        {shown.map(({ id, label, fields }) => {
          const code = fields.find(({ name }) => name === 'code')?.value ?? ''
          const type = fields.find(({ name }) => name === 'type')?.text
          return (
            <li key={id}>
              <Link to={{ page: 'partner', id: code }}>{label}</Link> <span className="quiet">{type}</span>
            </li>
          )
        })}
      </ul>
      {left > 0 && (
        <Link className="quiet-link" view={{ type: 'partner', tab: 'country', after: null }}>
          {say({ zh: `另有 ${left} 家`, en: `${left} more` })}
        </Link>
      )}
    </section>
  )
}

/** The two sides of one country, year under year. */
function WhoLearnsPanel({
  introduction,
  carriedOut,
  country,
  setting,
}: {
  introduction: Side
  carriedOut: Side
  country: { code: string; name: string }
  setting: Setting
}) {
  const { institution, year } = setting
  const drawn = useMemo(() => {
    if (!introduction.series || !carriedOut.series) return null
    const unit = spoken(introduction.unit)
    const { decimals } = introduction
    const side = ({ series, name }: Side) => ({ series: { ...series!, dimension: null }, name: spoken(name) })
    const spec = mirroredChartSpec(side(introduction), side(carriedOut), {
      title: COUNTRY_WORDS.whoLearns,
      institution: { zh: `${institution.name}与${country.name}`, en: `${institution.name} and ${country.name}` },
      unit,
      decimals,
    })
    const tables = [introduction, carriedOut].map(({ series, name }) =>
      seriesToTable(
        { ...series!, dimension: null },
        { name: spoken(name), unit: spoken(introduction.unit), decimals, institution: spoken(institution.name) },
      ),
    )
    const [left, right] = tables
    const table = {
      ...left!,
      title: COUNTRY_WORDS.whoLearns,
      columns: [...left!.columns, ...right!.columns.slice(1)],
      rows: left!.rows.map((row, at) => [...row, ...(right!.rows[at]?.slice(1) ?? [])]),
      symbols: [...left!.symbols, ...right!.symbols.filter((one) => !left!.symbols.includes(one))],
    }
    return { spec, table }
  }, [introduction, carriedOut, country.name, institution.name])
  if (!drawn || !drawn.spec.series.some(({ points }) => points.some(({ value, gap }) => value || gap === 'SUPPRESSED')))
    return null
  return (
    <ChartPanel
      name="people"
      spec={drawn.spec}
      table={drawn.table}
      take={{
        name: 'who-learns-from-whom',
        query: { institution: institution.code, ...yearsOf(introduction), filter: [`country:${country.code}`] },
      }}
      institution={institution}
      computedAt={introduction.series!.computedAt}
      chosen={introduction.series!.figures.findIndex((one) => one.period.year === year)}
    />
  )
}

function yearsOf({ series }: Side): { from: number; to: number } {
  const years = series!.figures.map(({ period }) => period.year)
  return { from: Math.min(...years), to: Math.max(...years) }
}
