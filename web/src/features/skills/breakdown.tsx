import { gapWords } from '@causeway/shared/format-figure'
import { SeriesPanel } from '../../charts/series-panel.tsx'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import type { BreakdownName, SkillsAnswer } from './skills-query.ts'
import { BREAKDOWN_TITLES } from './words.ts'

interface Props extends Pick<Setting, 'institution'> {
  name: BreakdownName
  data: SkillsAnswer
}

/** A breakdown of one of the indicators as a chart, or in words where there is nothing to draw. */
export function Breakdown({ name, data, institution }: Props) {
  const { say } = useLanguage()
  const broken = data[name]
  const indicator = data.indicators.find(({ code }) => code === broken?.code)
  const series = broken?.series
  const shown = series?.figures.filter(({ category, gap }) => !category || gap !== 'NOT_APPLICABLE') ?? []
  // A year of which nothing is known has no group, and stands in the chart as the gap that it is.
  const told = shown.filter(({ category }) => category)
  if (!indicator || !series || told.length === 0) return null
  // A chart of signs alone shows less than a sentence.
  if (told.every(({ value }) => value === null)) {
    const reasons = [...new Set(told.map(({ gap }) => say(gapWords[gap ?? 'NO_RECORDS'].word)))]
    return (
      <section className="card" aria-labelledby={`without-${name}`}>
        <h2 id={`without-${name}`}>{say(BREAKDOWN_TITLES[name])}</h2>
        <p className="quiet">
          {say({
            zh: `${told.length} 组都没有可列出的数值：${reasons.join('；')}。`,
            en: `No figure to show for ${told.length} ${told.length === 1 ? 'group' : 'groups'}: ${reasons.join('; ')}.`,
          })}
        </p>
      </section>
    )
  }
  return (
    <SeriesPanel
      name={name}
      title={BREAKDOWN_TITLES[name]}
      indicator={indicator}
      series={{ ...series, figures: shown }}
      by={series.dimension?.id ?? null}
      year={null}
      institution={institution}
    />
  )
}
