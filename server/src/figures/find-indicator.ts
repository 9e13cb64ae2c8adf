import type { Causeway } from '../causeway.ts'
import type { Declaration } from '../indicators/definition.ts'
import { findNearest } from '../nearest.ts'
import { QuestionError } from '../question-error.ts'

/** An indicator by id or code. Throws `UNKNOWN_INDICATOR`; for the bare code of one with variants only, it names those. */
export function findIndicator({ indicators }: Pick<Causeway, 'indicators'>, idOrCode: string): Declaration {
  const found = indicators.find(({ id, code }) => id === idOrCode || code === idOrCode)
  if (found) return found
  const variants = indicators.filter(({ code }) => code.startsWith(`${idOrCode}.`)).map(({ code }) => code)
  if (variants.length > 0) {
    throw new QuestionError(
      'UNKNOWN_INDICATOR',
      {
        zh: `指标“${idOrCode}”须指明口径：${variants.join('、')}。`,
        en: `"${idOrCode}" has variants only: ${variants.join(', ')}.`,
      },
      { indicator: idOrCode, variants },
    )
  }
  const near = findNearest(
    idOrCode,
    indicators.flatMap(({ id, code }) => [id, code]),
  )
  throw new QuestionError(
    'UNKNOWN_INDICATOR',
    { zh: `没有指标“${idOrCode}”。`, en: `There is no indicator "${idOrCode}".` },
    { indicator: idOrCode, nearest: near },
  )
}
