import { FIGURE_FACTOR } from '../../records/common-fields.ts'
import { checkMention, type MentionProblem } from './check-mention.ts'
import type { Declaration } from './definition.ts'

/** What the importer, which knows of no indicators, asks of each row whose cells are all right. */
export function makeImportedRowCheck(
  indicators: readonly Declaration[],
): (values: Record<string, string | number | null>) => MentionProblem | null {
  return (values) => {
    if (typeof values['indicator'] !== 'string') return null
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
