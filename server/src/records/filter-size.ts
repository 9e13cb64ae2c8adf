import { QuestionError } from '../ground/question-error.ts'

const MOST_FILTERS = 20
const MOST_KEYS = 500

/** A filter becomes part of a statement, which has room for so much. @throws QuestionError FILTER_TOO_LONG */
export function checkFilterSize(filters: readonly { in: readonly string[] }[]): void {
  const keys = filters.reduce((sum, filter) => sum + filter.in.length, 0)
  if (filters.length <= MOST_FILTERS && keys <= MOST_KEYS) return
  throw new QuestionError(
    'FILTER_TOO_LONG',
    {
      zh: `筛选最多 ${MOST_FILTERS} 项、${MOST_KEYS} 个取值。`,
      en: `There are at most ${MOST_FILTERS} filters, with ${MOST_KEYS} values in all.`,
    },
    { filters: MOST_FILTERS, values: MOST_KEYS },
  )
}
