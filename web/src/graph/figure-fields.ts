import { graph } from './graph.ts'

/** A period with its name in the reader's language. */
export const NamedPeriod = graph(`
  fragment NamedPeriod on Period { basis year label(locale: $locale) start end partial }
`)

/** What every picture needs of a figure. Exactly one of `value` and `gap` is set. */
export const FigureFacts = graph(`fragment FigureFacts on Figure { period { ...NamedPeriod } value gap }`, {
  NamedPeriod,
})

/** What is wanted besides to tell whether a change of it is more than chance. */
export const JudgedFigure = graph(
  `fragment JudgedFigure on Figure { ...FigureFacts numerator denominator size interval { low high } }`,
  { FigureFacts },
)

/** The key `unknown` comes last. */
export const CategoryFacts = graph(`fragment CategoryFacts on Category { key label(locale: $locale) }`)

/** With what says how the figures of an indicator are shown, and which way is the better one. */
export const NamedIndicator = graph(`
  fragment NamedIndicator on Indicator {
    id code name(locale: $locale) theme kind unit(locale: $locale) decimals countedIn(locale: $locale) betterWhen
  }
`)

export const ListedSeries = graph(`fragment ListedSeries on Series { computedAt figures { ...JudgedFigure } }`, {
  JudgedFigure,
})

/** A breakdown as a chart shows it. */
export const BrokenDown = graph(
  `fragment BrokenDown on Series { basis scope computedAt figures { ...FigureFacts category { ...CategoryFacts } } }`,
  { FigureFacts, CategoryFacts },
)
