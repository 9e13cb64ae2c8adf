import { useMemo } from 'react'
import { mirroredChartSpec } from '@causeway/shared/chart-spec'
import { symbolsOf, type Table } from '@causeway/shared/table'
import { useAddress } from '../../address/use-address.ts'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import type { FigureFacts } from '../../graph/figure-fields.ts'
import { spoken } from '../../language/spoken.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import type { OverviewIndicator } from './overview-query.ts'
import { cellOf, headingOf } from './side-table.ts'
import { OVERVIEW_WORDS } from './words.ts'

interface Props {
  introduction: OverviewIndicator
  carriedOut: OverviewIndicator
  setting: Setting
}

/** Who learns from whom: the two declared indicators side by side, year under year, never added up. */
export function PicturePanel({ introduction, carriedOut, setting }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const spec = useMemo(() => {
    const side = (indicator: OverviewIndicator) => ({ series: seriesOf(indicator), name: spoken(indicator.name) })
    return mirroredChartSpec(side(introduction), side(carriedOut), {
      title: OVERVIEW_WORDS.picture,
      institution: spoken(setting.institution.name),
      unit: spoken(introduction.unit),
      decimals: introduction.decimals,
    })
  }, [introduction, carriedOut, setting.institution.name])
  const figures = introduction.series?.figures ?? []
  return (
    <ChartPanel
      name="people"
      className="area-picture"
      spec={spec}
      table={tableOf(introduction, carriedOut)}
      source={{
        institution: setting.institution.name,
        dataDate: setting.institution.dataDate,
        computedAt: introduction.series?.computedAt ?? null,
      }}
      chosen={figures.findIndex((figure) => figure.period.year === setting.year)}
      onChoose={(place) => figures[place] && address.change({ year: figures[place].period.year })}
    >
      <p className="cap">{say(OVERVIEW_WORDS.pictureWhere)}</p>
    </ChartPanel>
  )
}

function seriesOf({ series }: OverviewIndicator) {
  return {
    basis: series?.basis ?? 'SCHOOL_YEAR',
    scope: null,
    dimension: null,
    figures: (series?.figures ?? []).map(toReadable),
  } as const
}

function toReadable({ period, value, gap }: FigureFacts) {
  return { period, value, gap }
}

/** Both sides beside each other, year under year. */
function tableOf(introduction: OverviewIndicator, carriedOut: OverviewIndicator): Table {
  const into = introduction.series?.figures ?? []
  const out = carriedOut.series?.figures ?? []
  return {
    title: OVERVIEW_WORDS.picture,
    columns: [
      { heading: { zh: '学年', en: 'school year' }, numeric: false },
      { heading: headingOf(introduction), numeric: true },
      { heading: headingOf(carriedOut), numeric: true },
    ],
    rows: into.map((figure, at) => [
      { text: spoken(figure.period.label + (figure.period.partial ? '†' : '')), value: null, gap: null, heading: true },
      cellOf(figure, introduction.decimals),
      out[at] ? cellOf(out[at], carriedOut.decimals) : cellOf({ value: null, gap: null }, carriedOut.decimals),
    ]),
    notes: into.some((figure) => figure.period.partial)
      ? [{ zh: '带†的时段数据未完整', en: '† the period is not complete' }]
      : [],
    symbols: symbolsOf([...into, ...out].map((figure) => figure.gap)),
  }
}
