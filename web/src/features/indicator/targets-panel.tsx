import { formatQuantity, formatValue } from '@causeway/shared/format-figure'
import { basisWords } from '@causeway/shared/words/terms'
import { Link } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import type { FigureTarget, IndicatorFacts, PlanLine, PlanYear } from '../../graph/generated.ts'
import { targetState, TargetForm, TargetsQuery } from './target-form.tsx'
import { periodName } from './chart-of-series.ts'
import TARGETS_WORDS from './target-words.json' with { type: 'json' }
import INDICATOR_WORDS from './words.json' with { type: 'json' }

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  mayChange: boolean
  /** The figures of the page are to be asked for again: their targets are others. */
  reload: () => void
}

/** What plans want of the indicator, year by year, beside what was reached. */
export function TargetsPanel({ indicator, setting, mayChange, reload }: Props) {
  const { say } = useLanguage()
  const { institution } = setting
  const { data, waiting, fault, retry } = useAnswer(TargetsQuery, { institution: institution.code, id: indicator.id })
  const lines = data?.targets
  if (!lines) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={waiting ? 4 : 1} />
  return (
    <section className="card targets" aria-labelledby="targets">
      <h3 id="targets">{say(TARGETS_WORDS.title)}</h3>
      {lines.length === 0 && <EmptyState title={say(TARGETS_WORDS.none)} />}
      {lines.map((line) => (
        <Plan key={`${line.plan} ${line.basis}`} line={line} indicator={indicator} setting={setting} />
      ))}
      {lines.some((line) => line.base) && <p className="cap">{say(TARGETS_WORDS.progressNote)}</p>}
      {mayChange && (
        <TargetForm
          indicator={indicator}
          setting={setting}
          plans={[...new Set(lines.map((line) => line.plan))]}
          saved={() => {
            retry()
            reload()
          }}
        />
      )}
    </section>
  )
}

function Plan({ line, indicator, setting }: { line: PlanLine; indicator: IndicatorFacts; setting: Setting }) {
  const { locale, say } = useLanguage()
  const { series } = indicator
  const held = series?.basis === line.basis ? series.figures : []
  const targetOf = ({ year }: PlanYear): FigureTarget | null =>
    held
      .find((figure) => figure.period.year === year)
      ?.targets?.find((target) => target.plan === line.plan && target.year === year) ?? null
  const amount = (value: number) => formatQuantity(value, indicator.decimals, spoken(indicator.unit), locale)
  const share = (value: number | null | undefined) =>
    value == null
      ? say(TARGETS_WORDS.notYet)
      : value < 0
        ? say(TARGETS_WORDS.belowBase)
        : `${formatValue(value, 0, locale)}%`
  const rows = [...(line.base ? [line.base] : []), ...line.targets]
  const title = `${line.plan}${say({ zh: '，', en: ', ' })}${say(basisWords[line.basis])}`
  const lacks = line.targets.some((row) => targetOf(row)?.actual == null)
  return (
    <>
      <h4>{title}</h4>
      <DataTable
        stacks
        caption={title}
        rows={rows}
        rowKey={(row) => `${row.year} ${row === line.base}`}
        current={(row) => row.year === setting.year && row !== line.base}
        columns={[
          { title: say(TARGETS_WORDS.year), cell: (row) => periodName(setting, line.basis, row.year, locale) },
          {
            title: say(TARGETS_WORDS.target),
            number: true,
            cell: (row) => amount(row.value) + (row.cumulative ? say(TARGETS_WORDS.cumulative) : ''),
          },
          {
            title: say(TARGETS_WORDS.actual),
            number: true,
            cell: (row) => {
              const actual = row === line.base ? null : targetOf(row)?.actual
              return actual == null ? say(TARGETS_WORDS.notYet) : amount(actual)
            },
          },
          {
            title: say(TARGETS_WORDS.progress),
            number: true,
            cell: (row) => share(row === line.base ? null : targetOf(row)?.progress),
          },
          {
            title: say(TARGETS_WORDS.due),
            number: true,
            cell: (row) => share(row === line.base ? null : targetOf(row)?.due),
          },
          {
            title: say(TARGETS_WORDS.state),
            cell: (row) => (row === line.base ? say(TARGETS_WORDS.base) : stateOf(row)),
          },
        ]}
      />
      {series && series.basis !== line.basis ? (
        <p>
          <Link view={{ basis: line.basis }}>
            {say(TARGETS_WORDS.onItsBasis, { basis: say(basisWords[line.basis]) })}
          </Link>
        </p>
      ) : (
        lacks && <p className="cap">{say(TARGETS_WORDS.notYetMeaning)}</p>
      )}
    </>
  )

  function stateOf(row: PlanYear): string {
    const target = targetOf(row)
    if (!target || target.reached === null) return say(TARGETS_WORDS.notYet)
    const over = held.find((figure) => figure.period.year === row.year)?.period.partial === false
    return say(INDICATOR_WORDS[targetState(target, over)])
  }
}
