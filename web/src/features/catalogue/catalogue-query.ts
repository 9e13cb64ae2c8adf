import { gql, type TypedDocumentNode } from 'urql'
import type { Gap } from '@causeway/shared/figure'
import type { Basis } from '@causeway/shared/period'
import type { Theme } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'

export interface AnsweredIndicator {
  id: string
  code: string
  zh: string
  en: string
  pinyin: string[]
  definitionZh: string
  definitionEn: string
  theme: Theme
  unit: string
  decimals: number
  needs: { recordType: { name: string; label: string } }[]
  mappings: { form: string; formName: string; zh: string; en: string }[]
}

/** Names in both languages, whichever is read: one searches in the other too. */
export const CatalogueQuery: TypedDocumentNode<{ indicators: AnsweredIndicator[] }, { locale: Locale }> = gql`
  query Catalogue($locale: Locale!) {
    indicators {
      id
      code
      zh: name(locale: ZH)
      en: name(locale: EN)
      pinyin
      definitionZh: definition(locale: ZH)
      definitionEn: definition(locale: EN)
      theme
      unit(locale: $locale)
      decimals
      needs {
        recordType {
          name
          label(locale: $locale)
        }
      }
      mappings {
        form
        formName(locale: $locale)
        zh: label(locale: ZH)
        en: label(locale: EN)
      }
    }
  }
`

export interface HeldFigure {
  period: { basis: Basis; label: string }
  value: number | null
  gap: Gap | null
}

/** Apart from the catalogue, so that one can search while the figures of the year are counted. */
export const HeldQuery: TypedDocumentNode<
  { indicators: { id: string; series: { figures: HeldFigure[] } | null }[] },
  { institution: string; year: number; locale: Locale }
> = gql`
  query Held($institution: ID!, $year: Int!, $locale: Locale!) {
    indicators {
      id
      series(institution: $institution, from: $year, to: $year) {
        figures {
          period {
            basis
            label(locale: $locale)
          }
          value
          gap
        }
      }
    }
  }
`

interface NeedFacts {
  fillingNote: string | null
  needs: {
    recordType: { name: string; label: string }
    fields: { name: string; label: string; required: boolean }[]
  }[]
}

/** Asked for once somebody wants to know what to fill in. */
export const NeedsQuery: TypedDocumentNode<{ indicator: NeedFacts | null }, { id: string; locale: Locale }> = gql`
  query Needs($id: ID!, $locale: Locale!) {
    indicator(id: $id) {
      fillingNote(locale: $locale)
      needs {
        recordType {
          name
          label(locale: $locale)
        }
        fields {
          name
          label(locale: $locale)
          required
        }
      }
    }
  }
`
