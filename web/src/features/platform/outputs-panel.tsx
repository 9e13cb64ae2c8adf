import { OUTPUT_KINDS, outputKindWords, type OutputKind } from '@causeway/shared/views/platform-outputs-view'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { OutputCell } from '../../ui/output-cell.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { TakeAway } from '../../ui/take-away.tsx'
import type { WholePlatform } from '../../graph/generated.ts'
import { PLATFORM_WORDS } from './words.ts'

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
          {
            id: 'kind',
            title: say(PLATFORM_WORDS.kindOfOutput),
            heading: true,
            cell: ({ title }: (typeof kinds)[number]) => title,
          },
          ...outputs.map((one) => ({
            id: String(one.period.year),
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
