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
import type { Words } from '@causeway/shared/words/words'

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

export const PLATFORM_WORDS = {
  kind: { zh: '合作平台', en: 'Platform' },
  all: { zh: '所有平台', en: 'All platforms' },
  facts: { zh: '基本情况', en: 'What it is' },
  type: { zh: '类型', en: 'Type' },
  role: { zh: '本校角色', en: 'The college’s part' },
  country: { zh: '所在国家（地区）', en: 'Country or region' },
  founded: { zh: '成立日期', en: 'Founded' },
  closed: { zh: '撤销日期', en: 'Closed' },
  runs: { zh: '在运行', en: 'runs' },
  runsNot: { zh: '未在运行', en: 'does not run' },
  state: { zh: '状态', en: 'State' },
  parent: { zh: '上级平台', en: 'Part of' },
  parts: { zh: '下属平台', en: 'Its parts' },
  members: { zh: '成员', en: 'Members' },
  member: { zh: '成员单位', en: 'Member' },
  memberRole: { zh: '角色', en: 'Role' },
  from: { zh: '加入', en: 'Since' },
  to: { zh: '退出', en: 'Until' },
  outputs: { zh: '每年的成果', en: 'What it produced by year' },
  outputsSub: {
    zh: '项数，按开始（采用）日期计入学年；同一合作机构、同一国家（地区）、同日开始的出访来访或实习算一项',
    en: 'Counted in the school year they began in; stays, or placements, of one partner, country and first day are one',
  },
  kindOfOutput: { zh: '成果类型', en: 'Kind of output' },
  total: { zh: '成果合计', en: 'Outputs' },
  online: { zh: '海外在线学习者（人）', en: 'Overseas online learners (people)' },
  onlineNote: { zh: '海外在线学习者是人数，不计入成果', en: 'Overseas online learners are people, and no output' },
  unknown: { zh: '…：没有台账记录，也没有零报告', en: '…: neither records nor a zero report' },
  notCounted: {
    zh: '‡ 该学年末平台未运行，不计入“平均每个平台成果数”',
    en: '‡ The platform did not run at the end of the year: not in the outputs per platform',
  },
  offer: {
    zh: '该平台的成员、上下级关系、逐年成果和相关台账，凭访问令牌查看。',
    en: 'Members, parts, yearly outputs and records of the platform are open to people with an access token.',
  },
} satisfies Record<string, Words>
