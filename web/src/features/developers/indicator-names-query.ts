import { graph } from '../../graph/graph.ts'

export const IndicatorNamesQuery = graph(`
  query IndicatorNames($locale: Locale!) { indicators { ...IndicatorName } }
  fragment IndicatorName on Indicator { id code name(locale: $locale) }
`)
