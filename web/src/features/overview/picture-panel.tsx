import { useMemo } from 'react'
import { mirroredChartSpec } from '@causeway/shared/charts/mirrored'
import { symbolsOf, type Table, type TableCell } from '@causeway/shared/table'
import type { Words } from '@causeway/shared/words/words'
import { useAddress } from '../../address/address.tsx'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import type { FigureFacts, PeopleSeries } from '../../graph/generated.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { RecordsWanted } from '../../ui/records-wanted.tsx'
import OVERVIEW_WORDS from './words.json' with { type: 'json' }
import type { Gap } from '@causeway/shared/figure'
import { formatFigure } from '@causeway/shared/format-figure'

/** How the tables of the two sides are headed: the indicator with its unit. */
function headingOf({ name, unit }: { name: string; unit: string }): Words {
  return { zh: `${name}（${unit}）`, en: `${name} (${unit})` }
}

/** A figure of one side, its gap as a symbol. Neither value nor gap: the side says nothing of the row. */
function cellOf({ value, gap }: { value: number | null; gap: Gap | null }, decimals: number): TableCell {
  if (value === null && gap === null) return { text: spoken('—'), value, gap }
  const format = { decimals, gapAs: 'symbol' as const }
  return {
    text: { zh: formatFigure({ value, gap }, format, 'ZH'), en: formatFigure({ value, gap }, format, 'EN') },
    value,
    gap,
  }
}

interface Props {
  introduction: PeopleSeries
  carriedOut: PeopleSeries
  setting: Setting
}

/** Years are left out before the first that has a record, but these many always stand. */
const LEAST_YEARS = 3

/** Who learns from whom: the two declared indicators side by side, year under year, never added up. */
export function PicturePanel({ introduction: into, carriedOut: out, setting }: Props) {
  const { say } = useLanguage()
  const said = into.figures.findIndex(({ gap }, at) => gap !== 'NO_RECORDS' || out.figures[at]?.gap !== 'NO_RECORDS')
  const chosen = into.figures.findIndex(({ period }) => period.year === setting.year)
  const first = Math.max(Math.min(said, chosen, into.figures.length - LEAST_YEARS), 0)
  const address = useAddress()
  const [introduction, carriedOut] = useMemo(
    () => [into, out].map((side) => ({ ...side, figures: side.figures.slice(first) })) as [PeopleSeries, PeopleSeries],
    [into, out, first],
  )
  const spec = useMemo(() => {
    const side = (series: PeopleSeries) => ({ series: seriesOf(series), name: spoken(series.indicator.name) })
    return mirroredChartSpec(side(introduction), side(carriedOut), {
      title: OVERVIEW_WORDS.picture,
      institution: spoken(setting.institution.name),
      unit: spoken(introduction.indicator.unit),
      decimals: introduction.indicator.decimals,
    })
  }, [introduction, carriedOut, setting.institution.name])
  const { figures } = introduction
  // Twenty gaps are no picture: then it is said once, with what would make one.
  if (said < 0)
    return (
      <section className="card area-picture" aria-labelledby="people">
        <header className="card-head">
          <h2 id="people">{say(OVERVIEW_WORDS.picture)}</h2>
        </header>
        <p className="cap">{say(OVERVIEW_WORDS.pictureWhere)}</p>
        <RecordsWanted
          institution={setting.institution.code}
          title={say(OVERVIEW_WORDS.noPeople)}
          types={PEOPLE_TYPES.map(({ name, label }) => ({ name, label: say(label) }))}
        />
      </section>
    )
  return (
    <ChartPanel
      name="people"
      className="area-picture"
      spec={spec}
      table={tableOf(introduction, carriedOut)}
      take={{
        name: 'who-learns-from-whom',
        query: {
          institution: setting.institution.code,
          from: figures[0]?.period.year ?? null,
          to: figures.at(-1)?.period.year ?? null,
        },
      }}
      institution={setting.institution}
      computedAt={introduction.computedAt}
      chosen={chosen - first}
      onChoose={(place) => figures[place] && address.change({ year: figures[place].period.year })}
    >
      <p className="cap">{say(OVERVIEW_WORDS.pictureWhere)}</p>
    </ChartPanel>
  )
}

function seriesOf({ basis, figures }: PeopleSeries) {
  return { basis, scope: null, dimension: null, figures: figures.map(toReadable) } as const
}

function toReadable({ period, value, gap }: FigureFacts) {
  return { period, value, gap }
}

/** What the two indicators are counted from. */
const PEOPLE_TYPES: { name: string; label: Words }[] = [
  { name: 'mobility', label: { zh: '师生国（境）外交流', en: 'Mobility' } },
  { name: 'enrolment', label: { zh: '学籍（含留学生）', en: 'Enrolment' } },
  { name: 'training-session', label: { zh: '国（境）外人员培训', en: 'Training session' } },
]

/** Both sides beside each other, year under year. */
function tableOf(introduction: PeopleSeries, carriedOut: PeopleSeries): Table {
  const [into, out] = [introduction.figures, carriedOut.figures]
  const [left, right] = [introduction.indicator, carriedOut.indicator]
  return {
    title: OVERVIEW_WORDS.picture,
    columns: [
      { heading: { zh: '学年', en: 'school year' }, numeric: false },
      { heading: headingOf(left), numeric: true },
      { heading: headingOf(right), numeric: true },
    ],
    rows: into.map((figure, at) => [
      { text: spoken(figure.period.label + (figure.period.partial ? '†' : '')), value: null, gap: null, heading: true },
      cellOf(figure, left.decimals),
      out[at] ? cellOf(out[at], right.decimals) : cellOf({ value: null, gap: null }, right.decimals),
    ]),
    notes: into.some((figure) => figure.period.partial)
      ? [{ zh: '带†的时段数据未完整', en: '† the period is not complete' }]
      : [],
    symbols: symbolsOf([...into, ...out].map((figure) => figure.gap)),
  }
}
