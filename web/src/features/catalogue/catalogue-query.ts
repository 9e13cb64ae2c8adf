import { graph } from '../../graph/graph.ts'

/** Names in both languages, whichever is read: one searches in the other too. */
export const CatalogueQuery = graph(`
  query Catalogue($locale: Locale!) { indicators { ...AnsweredIndicator } }
  fragment AnsweredIndicator on Indicator {
    id code zh: name(locale: ZH) en: name(locale: EN) pinyin
    definitionZh: definition(locale: ZH) definitionEn: definition(locale: EN) theme unit(locale: $locale) decimals
    needs { recordType { name label(locale: $locale) } }
    mappings { form formName(locale: $locale) zh: label(locale: ZH) en: label(locale: EN) }
  }
`)

/** Apart from the catalogue, so that one can search while the figures of the year are counted. */
export const HeldQuery = graph(`
  query Held($institution: ID!, $year: Int!, $locale: Locale!) {
    indicators { id series(institution: $institution, from: $year, to: $year) { figures { ...HeldFigure } } }
  }
  fragment HeldFigure on Figure { period { basis label(locale: $locale) } value gap }
`)

/** Asked for once somebody wants to know what to fill in. */
export const NeedsQuery = graph(`
  query Needs($id: ID!, $locale: Locale!) { indicator(id: $id) { ...NeedFacts } }
  fragment NeedFacts on Indicator {
    fillingNote(locale: $locale)
    needs { recordType { name label(locale: $locale) } fields { name label(locale: $locale) required } }
  }
`)
