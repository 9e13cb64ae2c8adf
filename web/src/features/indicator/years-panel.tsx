import { useMemo } from 'react'
import { seriesToChartSpec, withFormSentence } from '@causeway/shared/charts/series-chart'
import { seriesToTable } from '@causeway/shared/table'
import type { TakenView } from '../../address/taken-view.ts'
import { useAddress } from '../../address/address.tsx'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { useChartForm } from '../../charts/use-chart-form.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { factsOf, narrowedSubtitle, readableOf } from './chart-of-series.ts'
import type { IndicatorFacts } from '../../graph/generated.ts'
import type { IndicatorSeries } from './indicator-query.ts'
import INDICATOR_WORDS from './words.json' with { type: 'json' }

interface Props {
  indicator: IndicatorFacts
  series: IndicatorSeries
  setting: Setting
  /** The year whose figure the page is about. */
  year: number
  /** What of all is counted. */
  narrowed: string[]
  /** Where the same can be had. */
  take: TakenView
}

/** The figure over the years, with what plans want of it and what a rule asks. */
export function YearsPanel({ indicator, series, setting: { institution }, year, narrowed, take }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const part = narrowed.join(say({ zh: '，', en: ', ' }))
  const readable = useMemo(
    () => ({ basis: series.basis, scope: series.scope, dimension: null, figures: series.figures.map(readableOf) }),
    [series],
  )
  const { form, forms } = useChartForm('years', readable, indicator)
  const { spec, table } = useMemo(() => {
    const facts = factsOf(indicator, institution.name)
    const drawn = seriesToChartSpec(readable, facts, form)
    return {
      spec: {
        ...drawn,
        title: INDICATOR_WORDS.overTime,
        subtitle: narrowedSubtitle(drawn.subtitle, part),
        // The sentence that the graph gives, which knows the rule too; then what the form adds.
        summary: withFormSentence(spoken(series.summary), drawn),
      },
      table: seriesToTable(readable, facts),
    }
  }, [indicator, series, readable, institution.name, form, part])
  return (
    <ChartPanel
      name="years"
      spec={spec}
      forms={forms}
      table={table}
      take={take}
      institution={institution}
      computedAt={series.computedAt}
      chosen={series.figures.findIndex((figure) => figure.period.year === year)}
      onChoose={(place) => {
        const period = series.figures[place]?.period
        if (period) address.change({ year: period.year, category: null, records: null, after: null })
      }}
    >
      <p className="in-words">
        <Unbroken text={say(spec.summary)} />
      </p>
    </ChartPanel>
  )
}
