import { useAddress } from '../../address/use-address.ts'
import { LivesPanel as Lives } from '../../charts/lives-panel.tsx'
import { fill } from '../../language/fill.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import type { StandardsAnswer } from './standards-query.ts'
import { STANDARDS_WORDS } from './words.ts'

/** Every adoption of the college on one time axis. */
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
      {left > 0 && <p className="cap">{say(fill(STANDARDS_WORDS.more, { n: left }))}</p>}
    </Lives>
  )
}
