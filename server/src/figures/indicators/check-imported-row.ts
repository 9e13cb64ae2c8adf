import { FIGURE_FACTOR } from '../../records/types/figure-fields.ts'
import { checkMention, type MentionProblem } from './check-mention.ts'
import type { Declaration } from './definition.ts'

/** Record types whose rows speak of indicators by name. */
const SPEAKING = ['target', 'peer-figure']

/** What the importer, which knows of no indicators, asks of each row whose cells are all right. */
export function makeImportedRowCheck(
  indicators: readonly Declaration[],
): (recordType: string, values: Record<string, string | number | null>) => MentionProblem | null {
  return (recordType, values) => {
    if (!SPEAKING.includes(recordType) || typeof values['indicator'] !== 'string') return null
    const text = (field: string) => (values[field] == null ? null : String(values[field]))
    return checkMention(indicators, {
      indicator: values['indicator'],
      basis: text('basis'),
      scope: text('scope'),
      cumulative: values['cumulative'] === 1,
      value: typeof values['value'] === 'number' ? values['value'] / FIGURE_FACTOR : null,
    })
  }
}
