import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { FigureList } from '../../ui/figure-list.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import type { SkillsAnswer, BreakdownName, SkillIndicator } from './skills-query.ts'
import { gapWords, formatFigure, formatValue } from '@causeway/shared/format-figure'
import { SeriesPanel } from '../../charts/series-panel.tsx'
import SKILLS_WORDS from './words.json' with { type: 'json' }
import { symbolsOf } from '@causeway/shared/table'
import { DataTable, SymbolList } from '../../ui/data-table.tsx'
import type { MeasuredSeries, PairedScores } from '../../graph/generated.ts'
import { useMemo } from 'react'
import { pairedScoresView } from '@causeway/shared/views/paired-scores-view'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/words.ts'
import type { Words } from '@causeway/shared/words/words'

/** Indicators that stand together, by their codes, with the breakdowns beside them. */
interface SkillPart {
  id: string
  title: Words
  codes: string[]
  breakdowns: BreakdownName[]
}

export const SKILL_PARTS: SkillPart[] = [
  {
    id: 'certificates',
    title: SKILLS_WORDS.certificates,
    codes: ['SK04', 'SK05', 'SK05.best', 'SK06', 'SK07', 'SK08'],
    breakdowns: ['passes', 'certificates'],
  },
  { id: 'gains', title: SKILLS_WORDS.gains, codes: ['SK11', 'SK13'], breakdowns: ['gains'] },
  { id: 'attainment', title: SKILLS_WORDS.attainment, codes: ['SK09', 'SK10'], breakdowns: ['units'] },
  { id: 'competitions', title: SKILLS_WORDS.competitions, codes: ['SK01', 'SK02', 'SK03'], breakdowns: ['awards'] },
  {
    id: 'destinations',
    title: SKILLS_WORDS.destinations,
    codes: ['SK14', 'SK15.aug', 'SK15.dec', 'SK16', 'SK17', 'SK18.median', 'SK18.mean', 'SK19', 'SK20'],
    breakdowns: ['destinations'],
  },
  {
    id: 'satisfaction',
    title: SKILLS_WORDS.satisfaction,
    codes: ['SK21', 'SK22', 'SK23', 'SK24'],
    breakdowns: ['satisfaction'],
  },
]

export function ofCodes({ indicators }: SkillsAnswer, codes: string[]): SkillIndicator[] {
  return codes.flatMap((code) => indicators.find((one) => one.code === code) ?? [])
}

/** In one of the years something is known of one of them. */
export function isKnown(data: SkillsAnswer, codes: string[]): boolean {
  return ofCodes(data, codes).some(({ series }) => series?.figures.some(({ gap }) => gap !== 'NO_RECORDS'))
}

interface Props {
  part: SkillPart
  data: SkillsAnswer
  setting: Setting
}

/** One part of the page: its figures, and what they are broken down by. Of gains also each instrument, before and after. */
export function PartPanel({ part: { id, title, codes, breakdowns }, data, setting }: Props) {
  const { say } = useLanguage()
  const { institution, year } = setting
  const scores = id === 'gains' && data.pairedScores ? data.pairedScores : []
  return (
    <section className="skill-part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`} className="part-title">
        {say(title)}
      </h2>
      <div className="skill-panels">
        <div className="card">
          <FigureList indicators={ofCodes(data, codes)} year={year} />
          {id === 'gains' && data.gains?.series && <GainsTable series={data.gains.series} />}
          <SourceLine institution={institution} />
        </div>
        <div className="skill-charts">
          {scores.length > 0 && <SlopesPanel scores={scores} setting={setting} />}
          {breakdowns.map((name) => (
            <Breakdown key={name} name={name} data={data} institution={institution} />
          ))}
        </div>
      </div>
    </section>
  )
}

interface BreakdownProps extends Pick<Setting, 'institution'> {
  name: BreakdownName
  data: SkillsAnswer
}

/** A breakdown of one of the indicators as a chart, or in words where there is nothing to draw. */
function Breakdown({ name, data, institution }: BreakdownProps) {
  const { say } = useLanguage()
  const broken = data[name]
  const indicator = data.indicators.find(({ code }) => code === broken?.code)
  const series = broken?.series
  const shown = series?.figures.filter(({ category, gap }) => !category || gap !== 'NOT_APPLICABLE') ?? []
  // A year of which nothing is known has no group, and is in the chart as the gap that it is.
  const said = shown.filter(({ category }) => category)
  if (!indicator || !series || said.length === 0) return null
  // A chart of signs alone shows less than a sentence.
  if (said.every(({ value }) => value === null)) {
    const reasons = [...new Set(said.map(({ gap }) => say(gapWords[gap ?? 'NO_RECORDS'].word)))]
    return (
      <section className="card" aria-labelledby={`without-${name}`}>
        <h2 id={`without-${name}`}>{say(SKILLS_WORDS.breakdowns[name])}</h2>
        <p className="quiet">
          {say({
            zh: `${said.length} 组都没有可列出的数值：${reasons.join('；')}。`,
            en: `No figure to show for ${said.length} ${said.length === 1 ? 'group' : 'groups'}: ${reasons.join('; ')}.`,
          })}
        </p>
      </section>
    )
  }
  return (
    <SeriesPanel
      name={name}
      title={SKILLS_WORDS.breakdowns[name]}
      indicator={indicator}
      series={{ ...series, figures: shown }}
      by={series.dimension?.id ?? null}
      year={null}
      institution={institution}
    />
  )
}

/** What was gained on each instrument, by how many, and how many are missing. */
function GainsTable({ series }: { series: MeasuredSeries }) {
  const { locale, say } = useLanguage()
  const rows = series.figures.filter(({ category, gap }) => category && gap !== 'NOT_APPLICABLE')
  if (rows.length === 0) return <p className="quiet">{say(SKILLS_WORDS.noGains)}</p>
  const whole = (value: number | null) => (value === null ? '—' : formatValue(value, 0, locale))
  return (
    <>
      <DataTable
        caption={say(SKILLS_WORDS.breakdowns.gains)}
        stacks
        columns={[
          { title: say(SKILLS_WORDS.instrument), cell: ({ category }) => category!.label },
          {
            title: say(SKILLS_WORDS.gain),
            number: true,
            cell: (figure) => formatFigure(figure, { decimals: 1, gapAs: 'symbol' }, locale),
          },
          { title: say(SKILLS_WORDS.pairs), number: true, cell: ({ size }) => whole(size) },
          { title: say(SKILLS_WORDS.lost), number: true, cell: ({ lost }) => whole(lost) },
        ]}
        rows={rows}
        rowKey={({ category }) => category!.key}
      />
      <p className="cap">{say(SKILLS_WORDS.gainsNote)}</p>
      <SymbolList symbols={symbolsOf(rows.map(({ gap }) => gap))} />
    </>
  )
}

/** Mean scores before and after, a slope for each instrument: only of those who took both tests. */
function SlopesPanel({ scores, setting }: { scores: PairedScores[]; setting: Setting }) {
  const { institution } = setting
  const drawn = useMemo(() => pairedScoresView(scores, spoken(institution.name)), [scores, institution.name])
  if (scores.length === 0) return null
  return (
    <ChartPanel
      name="slopes"
      spec={drawn.spec}
      table={drawn.table}
      take={{
        name: 'scores-before-and-after',
        query: { institution: institution.code, year: setting.year },
        closed: true,
      }}
      institution={institution}
    />
  )
}
