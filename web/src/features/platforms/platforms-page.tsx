import { SeriesPanel } from '../../charts/series-panel.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { RecordsWanted, SignInOffer } from '../../ui/records-wanted.tsx'
import { ThemePage } from '../../ui/theme-head.tsx'
import '../../styles/registers.css'
import '../../styles/platforms.css'
import { OutputsPanel, partnersOn, TreePanel } from './tree-panel.tsx'
import { BrokenDown, ListedSeries, NamedIndicator, NamedPeriod } from '../../graph/figure-fields.ts'
import { graph, type AnswerOf } from '../../graph/graph.ts'
import { PlatformFacts } from '../../graph/subject-query.ts'
import PLATFORMS_WORDS from './words.json' with { type: 'json' }

const MOST_PLATFORMS = 100

const PlatformsQuery = graph(
  `
  query Platforms(
    $institution: ID!, $from: Int!, $to: Int!, $year: Int!, $on: Date!, $first: Int!, $may: Boolean!, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    running: indicator(id: "PF01") {
      ...NamedIndicator series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year) { ...ListedSeries }
    }
    types: indicator(id: "PF01") {
      series(institution: $institution, release: $release, asOf: $asOf, from: $year, to: $year, by: "type") { ...BrokenDown }
    }
    products: indicator(id: "PF09") {
      name(locale: $locale) unit(locale: $locale) decimals kind
      series(institution: $institution, release: $release, asOf: $asOf, from: $from, to: $to, by: "type") { ...BrokenDown }
    }
    platforms(institution: $institution, release: $release, asOf: $asOf, on: $on, first: $first) @include(if: $may) {
      totalCount edges { node { ...PlatformRow } }
    }
  }
  fragment PlatformRow on Platform {
    ...PlatformFacts parent
    outputs(from: $from, to: $to) { period { ...NamedPeriod } counted outputs onlineLearners }
  }
`,
  { NamedIndicator, ListedSeries, BrokenDown, PlatformFacts, NamedPeriod },
)

type PlatformsAnswer = AnswerOf<typeof PlatformsQuery>

/** How many years of outputs are beside each other. */
const SHOWN_YEARS = 6

/** What carries the traffic: platforms by type with members and parts, and what each produced by year. */
export function PlatformsPage({ setting }: PageProps<'platforms'>) {
  const { locale, say } = useLanguage()
  const { institution, year, may, on } = setting
  const { to } = setting.window
  const answer = useAnswer(PlatformsQuery, {
    institution: institution.code,
    from: to - SHOWN_YEARS + 1,
    to,
    year,
    on,
    first: MOST_PLATFORMS,
    may,
    locale,
  })
  const { data } = answer
  const platforms = data?.platforms?.edges.map(({ node }) => node) ?? null
  return (
    <ThemePage
      theme="PLATFORMS"
      headline={data && headlineOf(data)}
      words={PLATFORMS_WORDS}
      setting={setting}
      answer={answer}
    >
      {data && (
        <>
          {platforms && platforms.length > 0 && (
            <>
              <OutputsPanel platforms={platforms} setting={setting} />
              <TreePanel platforms={platforms} day={on} />
            </>
          )}
          {platforms?.length === 0 && (
            <RecordsWanted
              institution={institution.code}
              title={say(PLATFORMS_WORDS.empty)}
              types={[
                { name: 'platform', label: say({ zh: '合作平台', en: 'platforms' }) },
                { name: 'platform-member', label: say({ zh: '平台成员', en: 'members of platforms' }) },
              ]}
            />
          )}
          {!may && (
            <div className="register-pair stack-loose">
              {data.running && data.types?.series && data.types.series.figures.some(({ category }) => category) && (
                <SeriesPanel
                  name="types"
                  title={PLATFORMS_WORDS.types}
                  indicator={data.running}
                  series={data.types.series}
                  by="type"
                  year={year}
                  institution={institution}
                />
              )}
              {data.products?.series && data.products.series.figures.some(({ category }) => category) && (
                <SeriesPanel
                  name="products"
                  title={spoken(data.products.name)}
                  indicator={{ ...data.products, code: 'PF09', theme: 'PLATFORMS' }}
                  series={data.products.series}
                  by="type"
                  year={null}
                  institution={institution}
                />
              )}
            </div>
          )}
          <SignInOffer institution={institution.code}>{say(PLATFORMS_WORDS.offer)}</SignInOffer>
        </>
      )}
    </ThemePage>
  )

  function headlineOf({ types, running, platforms }: PlatformsAnswer): string | null {
    const count = running?.series?.figures[0]
    if (!count || count.value === null) return null
    const kinds = (types?.series?.figures ?? []).filter(({ category, value }) => category && value).length
    const n = count.value
    // On the day that the platforms are counted on.
    const day = [count.period.end, institution.dataDate ?? count.period.end].toSorted()[0]!
    const partners = partnersOn(platforms?.edges.map(({ node }) => node) ?? [], day)
    if (partners > 0)
      return say({
        zh: `${n}个平台在运行，${partners}家机构参加`,
        en: `${n} ${n === 1 ? 'platform runs' : 'platforms run'}, with ${partners} ${partners === 1 ? 'partner' : 'partners'} in ${n === 1 ? 'it' : 'them'}`,
      })
    return say({
      zh: kinds > 1 ? `${n}个平台在运行，分${kinds}类` : `${n}个平台在运行`,
      en: `${n} ${n === 1 ? 'platform runs' : 'platforms run'}${kinds > 1 ? `, of ${kinds} types` : ''}`,
    })
  }
}
