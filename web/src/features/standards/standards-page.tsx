import { useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps, Setting } from '../../setting/setting.tsx'
import { RecordsWanted, SignInOffer } from '../../ui/records-wanted.tsx'
import { ThemePage } from '../../ui/theme-head.tsx'
import '../../styles/registers.css'
import { CoveragePanel, ReviewPanel } from './coverage-panel.tsx'
import { CrosswalksPanel, RegisterPanel } from './register-panel.tsx'
import { LifeCyclePanel } from './life-cycle-panel.tsx'
import { PublicCountriesPanel } from './public-countries-panel.tsx'
import type { SameDayFigure } from '../../graph/generated.ts'
import { StandardsQuery, type StandardsAnswer } from './standards-query.ts'
import STANDARDS_WORDS from './words.json' with { type: 'json' }
import { LivesPanel as Lives } from '../../charts/lives-panel.tsx'

/** Who adopted the college's standards, how far each adoption has come, and how its standards compare with others. */
export function StandardsPage({ setting }: PageProps<'standards'>) {
  const { locale, say, formatDay } = useLanguage()
  const { view } = useAddress()
  const { institution, year, may } = setting
  const on = view.on ?? setting.on
  const answer = useAnswer(StandardsQuery, {
    institution: institution.code,
    year,
    on,
    dayAt: on.slice(5),
    dayYear: Number(on.slice(0, 4)),
    may,
    locale,
  })
  const { data } = answer
  return (
    <ThemePage
      theme="STANDARDS"
      headline={data && headlineOf(data)}
      words={STANDARDS_WORDS}
      setting={setting}
      answer={answer}
    >
      {data && (
        <>
          {data.adoptionStates && data.adoptionStates.total > 0 && (
            <LifeCyclePanel states={data.adoptionStates} sameDay={sameDayOf(data)} setting={setting} />
          )}
          {data.adoptions && <LivesPanel adoptions={data.adoptions} on={dayOf(data)} setting={setting} />}
          {!may && <PublicCountriesPanel data={data} setting={setting} />}
          <SignInOffer institution={institution.code}>{say(STANDARDS_WORDS.offer)}</SignInOffer>
          {data.standards && data.standards.edges.length > 0 && (
            <>
              <RegisterPanel standards={data.standards} inForce={inForceOf(data)} on={dayOf(data)} setting={setting} />
              {data.programmeCoverage && (
                <CoveragePanel coverage={data.programmeCoverage} on={dayOf(data)} setting={setting} />
              )}
              <div className="register-pair stack-loose">
                <CrosswalksPanel standards={data.standards.edges.map(({ node }) => node)} />
                <ReviewPanel standards={data.standards.edges.map(({ node }) => node)} on={dayOf(data)} />
              </div>
            </>
          )}
          {data.standards?.edges.length === 0 && (
            <RecordsWanted
              institution={institution.code}
              title={say(STANDARDS_WORDS.empty)}
              types={[
                { name: 'standard', label: say({ zh: '标准', en: 'standards' }) },
                { name: 'standard-version', label: say({ zh: '标准版本', en: 'versions of standards' }) },
                { name: 'standard-unit', label: say({ zh: '标准单元', en: 'units of standards' }) },
                { name: 'adoption', label: say({ zh: '标准资源采用', en: 'adoptions' }) },
              ]}
            />
          )}
        </>
      )}
    </ThemePage>
  )

  function dayOf(answer: StandardsAnswer): string {
    return answer.adoptionStates?.on ?? on
  }

  function headlineOf({ adoptionStates: states, st01, st02, st05 }: StandardsAnswer): string | null {
    if (states && states.total > 0) {
      const day = formatDay(states.on)
      return say({
        zh: `截至${day}，${states.inForce}项采用有效，其中${states.live}项近一年有学生使用`,
        en: `${states.inForce} ${states.inForce === 1 ? 'adoption' : 'adoptions'} in force on ${day}, ${states.live} of them used by learners within a year`,
      })
    }
    const countries = new Set(
      [st01, st02, st05].flatMap((one) =>
        (one?.series?.figures ?? []).flatMap(({ category, value }) => (category && value ? [category.key] : [])),
      ),
    )
    countries.delete('unknown')
    if (countries.size === 0) return null
    return say({
      zh: `${countries.size}个国家（地区）采用了本校的标准`,
      en: `Standards of the college are adopted in ${countries.size} ${countries.size === 1 ? 'country or region' : 'countries and regions'}`,
    })
  }
}

function sameDayOf({ countriesOnDay, adoptersOnDay, certifiedOnDay }: StandardsAnswer): SameDayFigure[] {
  return [countriesOnDay, adoptersOnDay, certifiedOnDay].filter((one) => one != null)
}

function inForceOf({ adoptions }: StandardsAnswer): Map<string, number> {
  const inForce = (adoptions?.edges ?? []).flatMap(({ node }) => (node.inForce && node.standard ? [node.standard] : []))
  return new Map([...Map.groupBy(inForce, (code) => code)].map(([code, all]) => [code, all.length]))
}

/** Every adoption of the college on one time axis. */
function LivesPanel({
  adoptions: { edges, totalCount },
  on,
  setting,
}: {
  adoptions: NonNullable<StandardsAnswer['adoptions']>
  on: string
  setting: Setting
}) {
  const { say } = useLanguage()
  const address = useAddress()
  if (edges.length === 0) return null
  const left = (totalCount ?? edges.length) - edges.length
  return (
    <Lives
      adoptions={edges.map(({ node }) => node)}
      on={on}
      institution={setting.institution}
      leads={({ standard, country, record }) => ({
        title: standard ? address.to({ page: 'standard', id: standard }) : null,
        country: address.to({ page: 'country', id: country }),
        adopter: address.to({ page: 'record', id: record.id }),
      })}
    >
      {left > 0 && <p className="cap">{say(STANDARDS_WORDS.more, { n: left })}</p>}
    </Lives>
  )
}
