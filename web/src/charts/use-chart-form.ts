import { formsFor } from '@causeway/shared/charts/series-chart'
import { formAsked } from '@causeway/shared/charts/asked-form'
import type { ChartFacts, ChartForm } from '@causeway/shared/charts/spec'
import type { ReadableSeries } from '@causeway/shared/series-facts'
import { useAddress } from '../address/address.tsx'

interface FormChoice {
  /** For `seriesToChartSpec`. */
  form: ChartForm
  /** For the `forms` of the panel, which lets the reader choose among them. */
  forms: ChartForm[]
}

/** The form of the chart of that name: as the address asks (`chart=matrix`, `chart=groups:matrix`), else as the data suggest. */
export function useChartForm(
  name: string,
  series: ReadableSeries | null,
  facts: Pick<ChartFacts, 'kind' | 'addsUp'>,
): FormChoice {
  const { view } = useAddress()
  const forms = series ? formsFor(series, facts) : (['bars'] as ChartForm[])
  return { form: formAsked(view.chart, name, forms), forms }
}
