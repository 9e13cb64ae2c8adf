import type { Searchable } from '@causeway/shared/search-indicators'
import type { Theme } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { AnsweredIndicator } from '../../graph/generated.ts'

/** One indicator of the catalogue, as it is searched and shown. */
export interface CatalogueEntry extends Searchable {
  definition: Words
  theme: Theme
  unit: string
  decimals: number
  recordTypes: { name: string; label: string }[]
  forms: { id: string; name: string }[]
}

export function toEntry(answered: AnsweredIndicator): CatalogueEntry {
  const { id, code, zh, en, pinyin, theme, unit, decimals, definitionZh, definitionEn } = answered
  const lines = new Map(answered.mappings.map((line) => [line.zh, { zh: line.zh, en: line.en }]))
  const forms = new Map(answered.mappings.map(({ form, formName }) => [form, { id: form, name: formName }]))
  return {
    ...{ id, code, pinyin, theme, unit, decimals },
    name: { zh, en },
    definition: { zh: definitionZh, en: definitionEn },
    lines: [...lines.values()],
    recordTypes: answered.needs.map(({ recordType }) => recordType),
    forms: [...forms.values()],
  }
}
