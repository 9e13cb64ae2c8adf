import { Link } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import { PlatformSign, OutputCell } from '../../ui/platform-sign.tsx'
import type { PlatformRow } from '../../graph/generated.ts'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { TakeAway } from '../../ui/take-away.tsx'
import PLATFORMS_WORDS from './words.json' with { type: 'json' }

/** Platforms by type as of a day, each with its members, and under it those that are part of it. */
export function TreePanel({ platforms, day }: { platforms: PlatformRow[]; day: string }) {
  const { say, formatDay } = useLanguage()
  const codes = new Set(platforms.map(({ code }) => code))
  const tops = platforms.filter(({ parent }) => parent === null || !codes.has(parent))
  const types = [...Map.groupBy(tops, ({ typeLabel }) => typeLabel)]
  return (
    <section className="card" aria-labelledby="tree">
      <h2 id="tree">{say(PLATFORMS_WORDS.tree)}</h2>
      <p className="cap">{say(PLATFORMS_WORDS.treeSub, { day: formatDay(day) })}</p>
      <div className="platform-types">
        {types.map(([label, own]) => (
          <section key={label} aria-labelledby={`type-${own[0]!.type}`}>
            <h3 id={`type-${own[0]!.type}`}>
              <PlatformSign type={own[0]!.type} /> {label} <span className="quiet">{own.length}</span>
            </h3>
            <Branch platforms={own} all={platforms} above={new Set()} />
          </section>
        ))}
      </div>
    </section>
  )
}

function Branch({ platforms, all, above }: { platforms: PlatformRow[]; all: PlatformRow[]; above: Set<string> }) {
  return (
    <ul className="platform-branch">
      {platforms.map((platform) => {
        // A circle of parents, which records may hold by mistake, is not followed for ever.
        const parts = all.filter(({ parent, code }) => parent === platform.code && !above.has(code))
        return (
          <li key={platform.code}>
            <Entry platform={platform} />
            {parts.length > 0 && <Branch platforms={parts} all={all} above={new Set([...above, platform.code])} />}
          </li>
        )
      })}
    </ul>
  )
}

function Entry({ platform }: { platform: PlatformRow }) {
  const { say, formatDay } = useLanguage()
  const members = platform.members.filter(({ inForce }) => inForce)
  const comma = say({ zh: '，', en: ', ' })
  const facts = [
    platform.parent ? platform.typeLabel : null,
    platform.countryLabel,
    platform.roleLabel && say({ zh: `本校${platform.roleLabel}`, en: `the college’s part: ${platform.roleLabel}` }),
    platform.foundedOn &&
      say({ zh: `${formatDay(platform.foundedOn)}成立`, en: `founded ${formatDay(platform.foundedOn)}` }),
    platform.closedOn &&
      say({ zh: `${formatDay(platform.closedOn)}撤销`, en: `closed ${formatDay(platform.closedOn)}` }),
  ].filter(Boolean)
  return (
    <div className={platform.runs ? 'platform-entry' : 'platform-entry over'}>
      <p>
        <Link to={{ page: 'platform', id: platform.code }}>{platform.name}</Link>
        {!platform.runs && <strong className="quiet"> {say(PLATFORMS_WORDS.closed)}</strong>}
      </p>
      <p className="quiet">{facts.join(comma)}</p>
      {members.length > 0 && (
        <details className="unfolds">
          <summary>
            {say(PLATFORMS_WORDS.members)} {members.length}
            <span className="for-ears">: {platform.name}</span>
          </summary>
          <ul className="platform-members">
            {members.map(({ partner, name, roleLabel }) => (
              <li key={partner}>
                <Link to={{ page: 'partner', id: partner }}>{name}</Link> <span className="quiet">{roleLabel}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

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

type Dated = Pick<PlatformRow, 'foundedOn' | 'closedOn'> & {
  members: readonly Pick<PlatformRow['members'][number], 'partner' | 'from' | 'to'>[]
}

/** How many partners were in platforms that ran on the day: one in several of them counts once. */
export function partnersOn(platforms: readonly Dated[], day: string): number {
  const isOn = (from: string | null, to: string | null) => (from === null || from <= day) && (to === null || to >= day)
  const running = platforms.filter(({ foundedOn, closedOn }) => isOn(foundedOn, closedOn))
  const members = running.flatMap((platform) => platform.members.filter(({ from, to }) => isOn(from, to)))
  return new Set(members.map(({ partner }) => partner)).size
}
