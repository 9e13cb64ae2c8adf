import type { Words } from '@causeway/shared/words/words'
import type { Declaration } from '../indicators/definition.ts'
import { findNearest } from '../nearest.ts'

/** What is wrong with a field of a record that speaks of an indicator. The message is half a sentence, as those of a cell are. */
export interface NameProblem {
  code: 'UNKNOWN_INDICATOR' | 'UNKNOWN_BASIS' | 'NOT_CUMULATIVE'
  field: string
  message: Words
}

interface Named {
  /** Id or code. */
  indicator: string
  basis: string | null
  cumulative?: boolean
}

/** Whether there is such an indicator, and whether it has the basis. Null: all is well. */
export function checkTarget(
  indicators: readonly Declaration[],
  { indicator, basis, cumulative }: Named,
): NameProblem | null {
  const found = indicators.find(({ id, code }) => id === indicator || code === indicator)
  if (!found) {
    const variants = indicators.filter(({ code }) => code.startsWith(`${indicator}.`)).map(({ code }) => code)
    const near =
      variants.length > 0
        ? variants
        : findNearest(
            indicator,
            indicators.flatMap(({ id, code }) => [code, id]),
          )
    const cure =
      near.length === 0 ? { zh: '', en: '' } : { zh: `，可用：${near.join('、')}`, en: `; there is ${near.join(', ')}` }
    return {
      code: 'UNKNOWN_INDICATOR',
      field: 'indicator',
      message: { zh: `没有指标“${indicator}”${cure.zh}`, en: `there is no indicator "${indicator}"${cure.en}` },
    }
  }
  if (basis !== null && !found.bases.some((it) => it === basis))
    return {
      code: 'UNKNOWN_BASIS',
      field: 'basis',
      message: {
        zh: `指标“${found.name.zh}”没有统计时段 ${basis}，可用：${found.bases.join('、')}`,
        en: `${found.code} has no basis ${basis}; it has ${found.bases.join(', ')}`,
      },
    }
  if (cumulative && found.kind === 'STOCK')
    return {
      code: 'NOT_CUMULATIVE',
      field: 'cumulative',
      message: {
        zh: `指标“${found.name.zh}”是时点数，不能逐年累加，请填期末要达到的数并去掉“累计”`,
        en: `${found.code} is a state on a day and is not added up over years: give the state to be reached, not cumulative`,
      },
    }
  return null
}
