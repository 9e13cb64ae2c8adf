import { toIso, dayWords } from '@causeway/shared/day'
import { type Period, periodLabel } from '@causeway/shared/period'
import { scopeWords, dimensionWords } from '@causeway/shared/words/terms'
import { type Words, joinWords } from '@causeway/shared/words/words'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { type CountingUnit, timeRules } from './counting-unit.ts'
import type { LawfulValue } from './lawful-values.ts'
import { branchesOf } from '../../figures/indicators/find-field.ts'

export const PART_WORDS: Record<'NUMERATOR' | 'DENOMINATOR', Words> = {
  NUMERATOR: { zh: '分子', en: 'numerator' },
  DENOMINATOR: { zh: '分母', en: 'denominator' },
}

/** What tells a value from another of its name, each under its aspect. */
export type ValueWords = Record<'indicator' | 'period' | 'scope' | 'filter' | 'unit' | 'part', Words | null>

/** What a value is called by. `day`: the one on which a state is read; null: not known. */
export function valueWords(
  { question, part, unit }: LawfulValue,
  period: Period,
  day: number | null,
  categoryWords: (dimension: string, key: string) => Words,
): ValueWords {
  const { declaration, scope, filters, basis } = question
  const isState = timeRules(declaration, 'numerator').every(({ time }) => 'inForce' in time || 'upTo' in time)
  const filter = filters.map(({ dimension, in: keys }) => {
    const names = keys.map((key) => categoryWords(dimension, key))
    const name = dimensionWords[dimension]
    return {
      zh: `${name.zh}：${names.map(({ zh }) => zh).join('、')}`,
      en: `${name.en}: ${names.map(({ en }) => en).join(', ')}`,
    }
  })
  return {
    indicator: { zh: `“${declaration.name.zh}”`, en: `"${declaration.name.en}" (${declaration.code})` },
    period: periodWords(period, isState && day !== null && basis !== 'POINT_IN_TIME' ? toIso(day) : null),
    scope: declaration.scope ? (scope ? scopeWords[scope] : { zh: '不限国别', en: 'any country' }) : null,
    filter: filter.length > 0 ? joinWords(filter) : null,
    unit: unit && unitWords(unit, declaration),
    part: part && PART_WORDS[part],
  }
}

/** In full, but for the indicator where it goes without saying. */
export function fullLabel({ indicator, ...words }: ValueWords, isVariant: boolean): Words {
  return joinWords([isVariant ? indicator : null, ...Object.values(words)])
}

/** Only what tells one from the other. */
export function shortLabel(own: ValueWords, other: ValueWords): Words {
  const aspects = Object.keys(own) as (keyof ValueWords)[]
  const telling = aspects.filter((aspect) => own[aspect]?.en !== other[aspect]?.en)
  const words = telling.map((aspect) => own[aspect] ?? NOTHING_SAID[aspect] ?? null)
  return words.some((it) => it !== null) ? joinWords(words) : (own.period ?? { zh: '', en: '' })
}

/** Where one says something and the other does not. */
const NOTHING_SAID: Partial<ValueWords> = {
  filter: { zh: '不加限定', en: 'without a limit' },
  scope: { zh: '不限国别', en: 'any country' },
  unit: { zh: '本指标', en: 'the indicator itself' },
}

function unitWords(unit: CountingUnit, { set }: Declaration): Words {
  const branches = set ? branchesOf(set) : []
  if (unit === 'STAYS')
    return branches.some(({ time }) => 'fallsIn' in time)
      ? { zh: '按人次（在期内开始的）', en: 'as participations that begin in the period' }
      : { zh: '按人次', en: 'as participations' }
  return branches.some(({ time }) => 'overlaps' in time)
    ? { zh: '按人数（期内在的）', en: 'as people who were there in the period' }
    : { zh: '按人数', en: 'as people' }
}

function periodWords(period: Period, asOf: string | null): Words {
  const [zh, en] = [periodLabel(period, 'ZH'), periodLabel(period, 'EN')]
  const until = asOf
    ? { zh: `截至${dayWords(asOf, 'ZH')}`, en: ` (as of ${dayWords(asOf, 'EN')})` }
    : { zh: '', en: '' }
  switch (period.basis) {
    case 'SCHOOL_YEAR':
      return { zh: until.zh ? `${zh}（${until.zh}）` : zh, en: `school year ${en}${until.en}` }
    case 'CALENDAR_YEAR':
      return { zh: `${zh}（自然年${until.zh && `，${until.zh}`}）`, en: `calendar year ${en}${until.en}` }
    case 'POINT_IN_TIME':
      return { zh: `${zh}（时点）`, en: `${en} (point in time)` }
    case 'COHORT':
      return { zh, en }
  }
}
