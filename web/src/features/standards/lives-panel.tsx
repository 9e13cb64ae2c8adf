import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { fill } from '../../language/fill.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { AdoptionLives } from '../../ui/adoption-lives.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { StageLegend } from '../../ui/stage-legend.tsx'
import type { StandardsAnswer } from './standards-query.ts'
import { STANDARDS_WORDS } from './words.ts'

/** How many stand open; the others unfold. */
const OPEN = 12

/** Every adoption on one time axis, the latest to move first. */
export function LivesPanel({
  adoptions: { edges, totalCount },
  on,
  setting,
}: {
  adoptions: NonNullable<StandardsAnswer['adoptions']>
  on: string
  setting: Setting
}) {
  const { say } = useLanguage()
  const adoptions = edges.map(({ node }) => node).toSorted((a, b) => ((b.since ?? '') < (a.since ?? '') ? -1 : 1))
  if (adoptions.length === 0) return null
  const rest = adoptions.slice(OPEN)
  const left = (totalCount ?? adoptions.length) - adoptions.length
  return (
    <section className="card" aria-labelledby="lives">
      <h2 id="lives">{say(STANDARDS_WORDS.lives)}</h2>
      <p className="cap">{say(STANDARDS_WORDS.livesSub)}</p>
      <StageLegend stages={adoptions[0]!.stages} />
      <Lives adoptions={adoptions.slice(0, OPEN)} on={on} />
      {rest.length > 0 && (
        <details>
          <summary>{say({ zh: `其余 ${rest.length} 项`, en: `The other ${rest.length}` })}</summary>
          <Lives adoptions={rest} on={on} />
        </details>
      )}
      {left > 0 && <p className="cap">{say(fill(STANDARDS_WORDS.more, { n: left }))}</p>}
      <SourceLine institution={setting.institution} />
    </section>
  )
}

function Lives({ adoptions, on }: { adoptions: Parameters<typeof AdoptionLives>[0]['adoptions']; on: string }) {
  const { say } = useLanguage()
  const address = useAddress()
  return (
    <AdoptionLives
      adoptions={adoptions}
      on={on}
      head={({ standard, title, country, countryLabel, adopter }) => (
        <p>
          {standard ? <Link href={address.to({ page: 'standard', id: standard })}>{title}</Link> : title}
          {say({ zh: '，', en: ', ' })}
          <Link href={address.to({ page: 'country', id: country })}>{countryLabel}</Link>
          <span className="quiet">
            {say({ zh: '，', en: ', ' })}
            {adopter}
          </span>
        </p>
      )}
    />
  )
}
