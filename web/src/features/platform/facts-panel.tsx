import { Link } from '../../address/address.tsx'
import type { PlatformMember, WholePlatform as PlatformFacts, WholePlatform } from '../../graph/generated.ts'
import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { ThingLink } from '../../ui/thing-link.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import { OUTPUT_KINDS, outputKindWords, type OutputKind } from '@causeway/shared/views/platform-outputs-view'
import type { Setting } from '../../setting/setting.tsx'
import { OutputCell } from '../../ui/platform-sign.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { TakeAway } from '../../ui/take-away.tsx'
import PLATFORM_WORDS from './words.json' with { type: 'json' }

/** What the platform is, and what it is part of and made of. */
export function FactsPanel({ platform, on }: { platform: PlatformFacts; on: string }) {
  const { say, formatDay } = useLanguage()
  const asOf = say(UI_WORDS.asOf, { day: formatDay(on) })
  const { country, countryLabel, roleLabel, foundedOn, closedOn, parentPlatform, children } = platform
  const facts = [
    [PLATFORM_WORDS.type, platform.typeLabel],
    [PLATFORM_WORDS.state, say(platform.runs ? PLATFORM_WORDS.runs : PLATFORM_WORDS.runsNot) + asOf],
    [PLATFORM_WORDS.role, roleLabel],
    [
      PLATFORM_WORDS.country,
      countryLabel && <ThingLink field={{ name: 'country', value: country, text: countryLabel }} />,
    ],
    [PLATFORM_WORDS.founded, foundedOn && formatDay(foundedOn)],
    [PLATFORM_WORDS.closed, closedOn && formatDay(closedOn)],
    [
      PLATFORM_WORDS.parent,
      parentPlatform && <Link to={{ page: 'platform', id: parentPlatform.code }}>{parentPlatform.name}</Link>,
    ],
  ] as const
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{say(PLATFORM_WORDS.facts)}</h2>
      <FactList facts={facts} />
      {children.length > 0 && (
        <>
          <h3 className="facts-head">{say(PLATFORM_WORDS.parts)}</h3>
          <ul className="thing-list">
            {children.map(({ code, name, typeLabel, runs }) => (
              <li key={code}>
                <Link to={{ page: 'platform', id: code }}>{name}</Link>{' '}
                <span className="quiet">
                  {typeLabel}
                  {!runs && say({ zh: '，', en: ', ' }) + say(PLATFORM_WORDS.runsNot)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Who is, and who was, in it. */
export function MembersPanel({ members, on }: { members: PlatformMember[]; on: string }) {
  const { say, formatDay } = useLanguage()
  if (members.length === 0) return null
  const day = (iso: string) => <span className="nowrap">{formatDay(iso)}</span>
  return (
    <section className="card" aria-labelledby="members">
      <h2 id="members">
        {say(PLATFORM_WORDS.members)}{' '}
        <span className="quiet">
          {members.filter(({ inForce }) => inForce).length}
          {say(UI_WORDS.asOf, { day: formatDay(on) })}
        </span>
      </h2>
      <DataTable
        caption={say(PLATFORM_WORDS.members)}
        columns={[
          {
            title: say(PLATFORM_WORDS.member),
            cell: ({ partner, name }) => (
              <Link className="long-name" to={{ page: 'partner', id: partner }}>
                {name}
              </Link>
            ),
          },
          { title: say(PLATFORM_WORDS.memberRole), cell: ({ roleLabel }) => roleLabel ?? '—' },
          { title: say(PLATFORM_WORDS.from), cell: ({ from }) => day(from) },
          { title: say(PLATFORM_WORDS.to), cell: ({ to }) => (to ? day(to) : '—') },
        ]}
        rows={members.toSorted((a, b) => Number(b.inForce) - Number(a.inForce))}
        rowKey={({ partner, from }) => `${partner} ${from}`}
      />
    </section>
  )
}

/** Kinds of outputs under each other, school years beside each other. */
export function OutputsPanel({
  platform,
  outputs,
  setting,
}: {
  platform: string
  outputs: NonNullable<WholePlatform['outputs']>
  setting: Setting
}) {
  const { say } = useLanguage()
  const kinds = [
    ...OUTPUT_KINDS.map((kind) => ({
      key: kind as OutputKind | 'outputs' | 'onlineLearners',
      title: say(outputKindWords[kind]),
    })),
    { key: 'outputs' as const, title: say(PLATFORM_WORDS.total) },
    { key: 'onlineLearners' as const, title: say(PLATFORM_WORDS.online) },
  ]
  const most = Math.max(1, ...outputs.flatMap((one) => OUTPUT_KINDS.map((kind) => one[kind] ?? 0)))
  return (
    <section className="card" aria-labelledby="outputs">
      <h2 id="outputs">{say(PLATFORM_WORDS.outputs)}</h2>
      <p className="cap">{say(PLATFORM_WORDS.outputsSub)}</p>
      <DataTable
        caption={say(PLATFORM_WORDS.outputs)}
        columns={[
          { title: say(PLATFORM_WORDS.kindOfOutput), cell: ({ title }) => title },
          ...outputs.map((one) => ({
            title: `${one.period.label}${one.period.partial ? '†' : ''}${one.counted ? '' : '‡'}`,
            number: true,
            cell: ({ key }: (typeof kinds)[number]) => {
              const value = one[key]
              if (value === null) return '…'
              if (key === 'outputs' || key === 'onlineLearners') return value
              return <OutputCell value={value} most={most} />
            },
          })),
        ]}
        rows={kinds}
        rowKey={({ key }) => key}
        current={({ key }) => key === 'outputs'}
        alongTime
      />
      <p className="cap">{say(PLATFORM_WORDS.onlineNote)}</p>
      {outputs.some((one) => kinds.some(({ key }) => one[key] === null)) && (
        <p className="cap">{say(PLATFORM_WORDS.unknown)}</p>
      )}
      {outputs.some(({ counted }) => !counted) && <p className="cap">{say(PLATFORM_WORDS.notCounted)}</p>}
      {outputs.some(({ period }) => period.partial) && (
        <p className="cap">{say({ zh: '带†的时段数据未完整', en: '† the period is not complete' })}</p>
      )}
      <SourceLine institution={setting.institution} />
      <TakeAway
        view={{
          name: 'platform-outputs',
          query: {
            institution: setting.institution.code,
            platform,
            from: outputs[0]?.period.year ?? null,
            to: outputs.at(-1)?.period.year ?? null,
          },
          closed: true,
        }}
        title={say(PLATFORM_WORDS.outputs)}
      />
    </section>
  )
}
