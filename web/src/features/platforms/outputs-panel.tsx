import { Link } from '../../address/link.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { OutputCell } from '../../ui/platform-sign.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { TakeAway } from '../../ui/take-away.tsx'
import type { PlatformRow } from '../../graph/generated.ts'
import { PLATFORMS_WORDS } from './words.ts'

/** Platforms under each other, school years beside each other, in each cell what came of it: a number and a bar of its length. */
export function OutputsPanel({ platforms, setting }: { platforms: PlatformRow[]; setting: Setting }) {
  const { say } = useLanguage()
  const periods = platforms.find(({ outputs }) => outputs)?.outputs?.map(({ period }) => period) ?? []
  if (periods.length === 0) return null
  const most = Math.max(1, ...platforms.flatMap(({ outputs }) => (outputs ?? []).map((one) => one.outputs ?? 0)))
  const partial = periods.some((period) => period.partial)
  return (
    <section className="card" aria-labelledby="outputs">
      <h2 id="outputs">{say(PLATFORMS_WORDS.outputs)}</h2>
      <p className="cap">{say(PLATFORMS_WORDS.outputsSub)}</p>
      <DataTable
        caption={say(PLATFORMS_WORDS.outputs)}
        columns={[
          {
            title: say(PLATFORMS_WORDS.platform),
            cell: ({ code, name }) => (
              <Link className="long-name" to={{ page: 'platform', id: code }}>
                {name}
              </Link>
            ),
          },
          ...periods.map((period) => ({
            title: period.label + (period.partial ? '†' : ''),
            number: true,
            cell: ({ outputs }: PlatformRow) => {
              const one = outputs?.find((it) => it.period.year === period.year)
              if (!one || one.outputs === null) return '…'
              return <OutputCell value={one.outputs} most={most} counted={one.counted} />
            },
          })),
        ]}
        rows={platforms}
        rowKey={({ code }) => code}
        alongTime
      />
      {platforms.some(({ outputs }) => outputs?.some((one) => one.outputs !== null && !one.counted)) && (
        <p className="cap">{say(PLATFORMS_WORDS.notCounted)}</p>
      )}
      {platforms.some(({ outputs }) => outputs?.some((one) => one.outputs === null)) && (
        <p className="cap">{say(PLATFORMS_WORDS.unknown)}</p>
      )}
      {partial && <p className="cap">{say({ zh: '带†的时段数据未完整', en: '† the period is not complete' })}</p>}
      <SourceLine institution={setting.institution} />
      <TakeAway
        view={{
          name: 'platform-outputs',
          query: { institution: setting.institution.code, from: periods[0]!.year, to: periods.at(-1)!.year },
          closed: true,
        }}
        title={say(PLATFORMS_WORDS.outputs)}
      />
    </section>
  )
}
