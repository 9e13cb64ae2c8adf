import type { Words } from '@causeway/shared/words/words'
import { fieldsOf, recordTypeOf } from '../../../records/record-types.ts'
import type { Cond, Key, Measure, Path, Reported, Time } from '../definition.ts'
import { conditionWords } from './set-words.ts'
import { allOf, bothHold, nested, oneOf } from './join-words.ts'
import { namingOf, referenceWords, type Naming } from './naming.ts'
import { THE_DAY, timeWords, keyWords, valueWords } from './value-words.ts'

function personsWords(naming: Naming): Words {
  return naming.groups
    ? { zh: '同一人只计一次，按人数填报的行计其人数', en: 'each person once, a group row by its headcount' }
    : { zh: '同一人只计一次', en: 'each person once' }
}

function participationsWords(naming: Naming): Words {
  return naming.groups
    ? {
        zh: '每条个人记录计一人次，按人数填报的行计其人数',
        en: "a person's record is one, a group row is its headcount",
      }
    : { zh: '每条记录计一人次', en: 'each record is one' }
}

/**
 * Says how a figure is computed from its records. A ratio has two sets and its own words in `formulaOf`.
 * @param counted what a share counts, if it is known to be persons although it adds up records
 */
export function measureWords(
  naming: Naming,
  measure: Exclude<Measure, { ratio: unknown }>,
  time: Time = { always: true },
  counted: Words | null = null,
): Words {
  const persons = personsWords(naming)
  const participations = participationsWords(naming)
  if ('count' in measure) {
    return measure.count === 'records'
      ? { zh: '记录条数', en: 'the number of records' }
      : { zh: `人次数（${participations.zh}）`, en: `the number of participations (${participations.en})` }
  }
  if ('distinct' in measure) {
    if (measure.distinct === 'persons')
      return { zh: `人数（${persons.zh}）`, en: `the number of persons (${persons.en})` }
    const key = thingWords(naming, measure.distinct)
    return Array.isArray(measure.distinct)
      ? { zh: `${key.zh}的不同组合数`, en: `the number of different combinations of ${key.en}` }
      : { zh: `不同${key.zh}的个数`, en: `the number of different values of ${key.en}` }
  }
  if ('sum' in measure) {
    const value = valueWords(naming, measure.sum).words
    return {
      zh: typeof measure.sum === 'string' ? `${value.zh}的合计` : `合计：${value.zh}`,
      en: `the sum of ${value.en}`,
    }
  }
  if ('mean' in measure) {
    const value = valueWords(naming, measure.mean).words
    const scale = oneScale(naming, measure.scale)
    return { zh: `${value.zh}的平均值${scale.zh}`, en: `the mean of ${value.en}${scale.en}` }
  }
  if ('median' in measure) {
    const value = valueWords(naming, measure.median).words
    return {
      zh: `${value.zh}的中位数；有按人数填报的行时不适用`,
      en: `the median of ${value.en}; not applicable where group rows take part`,
    }
  }
  if ('share' in measure) {
    const met = all(naming, measure.share)
    const units: Words = {
      persons: { zh: `人员（${persons.zh}）`, en: `of persons (${persons.en}) for whom` },
      participations:
        counted?.zh === '人'
          ? {
              zh: `人员（${participations.zh.replace('人次', '人')}）`,
              en: `of persons (${participations.en}) for whom`,
            }
          : { zh: `人次（${participations.zh}）`, en: `of participations (${participations.en}) for which` },
      records: { zh: '记录', en: 'of records for which' },
    }[measure.per]
    const zero = zeroWords(naming, measure.zero ?? [])
    return {
      zh: `符合“${nested(met.zh)}”的${units.zh}所占百分比${zero.zh}`,
      en: `the percentage ${units.en} ${met.en}${zero.en}`,
    }
  }
  if ('pairs' in measure) return pairsWords(naming, measure, time)
  return weightedWords(naming, measure)
}

/** What a share of 0 % rests on. */
function zeroWords(naming: Naming, zero: readonly Reported[]): Words {
  if (zero.length === 0) return { zh: '', en: '' }
  const each = zero.map((one): Words => {
    if ('filled' in one) {
      const { words } = naming(one.filled)
      return { zh: `至少一条填了“${words.zh}”`, en: `at least one of them has its ${words.en} filled in` }
    }
    const { label } = recordTypeOf(one.of)
    const within: Words =
      one.trailing === undefined
        ? { zh: `截至${THE_DAY.zh}`, en: `up to ${THE_DAY.en}` }
        : {
            zh: `截至${THE_DAY.zh}的 ${one.trailing} 个月内`,
            en: `in the ${one.trailing} months that end on ${THE_DAY.en}`,
          }
    const of = one.where?.length ? all(namingOf(one.of), one.where) : null
    return {
      zh: `${within.zh}有“${label.zh}”${of ? `（${of.zh}）` : ''}的记录或零报告`,
      en: `there is a record of “${label.en}”${of ? ` (${of.en})` : ''}, or a report that there was none, ${within.en}`,
    }
  })
  return {
    zh: `；为 0% 时还须${each.map(({ zh }) => zh).join('，并且')}，否则为“未填报”`,
    en: `; 0 % is said only where ${each.map(({ en }) => en).join(', and ')}, else nothing was reported`,
  }
}

/** A reference is the thing it points to, not its code. */
function thingWords(naming: Naming, key: Exclude<Key, 'persons'>): Words {
  const field = typeof key === 'string' ? naming(key).field : undefined
  return field?.kind === 'reference' && typeof key === 'string' && !key.includes('.')
    ? referenceWords(field)
    : keyWords(naming, key)
}

function all(naming: Naming, conditions: Cond[]): Words {
  return bothHold(conditions.map((one) => conditionWords(naming, one)))
}

function oneScale(naming: Naming, scale: Path[] = []): Words {
  if (scale.length === 0) return { zh: '', en: '' }
  const words = oneOf(scale.map((path) => naming(path).words))
  return { zh: `；${words.zh}不止一种时不适用`, en: `; not applicable where there is more than one ${words.en}` }
}

function pairsWords(naming: Naming, measure: Extract<Measure, { pairs: unknown }>, time: Time): Words {
  const when = timeWords(naming, time) ?? { zh: '不限时间', en: 'at any time' }
  const key = keyWords(naming, measure.pairs)
  const before = all(naming, measure.before)
  const after = all(naming, measure.after)
  const value = naming(measure.value).words
  const scale = oneScale(naming, measure.scale)
  const pair: Words = {
    zh: `把${key.zh}都相同的两条配成一对，前一条${before.zh}，后一条${after.zh}且${when.zh}`,
    en: `those with the same ${key.en} make a pair, one where ${before.en}, of any year, and one where ${after.en} and ${when.en}`,
  }
  if (measure.gain === 'difference') {
    return {
      zh: `${pair.zh}；各对${value.zh}之差（后减前）的平均值${scale.zh}`,
      en: `${pair.en}; the mean over the pairs of ${value.en} after less ${value.en} before${scale.en}`,
    }
  }
  const max = measure.max === undefined ? { zh: '满分', en: 'the maximum' } : naming(measure.max).words
  return {
    zh: `${pair.zh}；各对${value.zh}之差（后减前）的总和，除以各对前一条的${max.zh}减${value.zh}的总和（前一条未填${max.zh}的不计）${scale.zh}`,
    en: `${pair.en}; the sum over the pairs of ${value.en} after less before, divided by the sum of ${max.en} less ${value.en} of those before (a pair without ${max.en} before is left out)${scale.en}`,
  }
}

function weightedWords(naming: Naming, measure: Extract<Measure, { weighted: unknown }>): Words {
  const met = all(naming, measure.weighted)
  const by = allOf(measure.by.map((path) => naming(path).words))
  const within = allOf(measure.by.slice(0, measure.within).map((path) => naming(path).words))
  const weights = recordTypeOf(measure.weights.of)
  const weight = fieldsOf(weights).find((field) => field.name === measure.weights.weight)?.label ?? {
    zh: '权重',
    en: 'Weight',
  }
  return {
    zh: `先按${by.zh}分别计算符合条件（${met.zh}）的百分比，再在同一${within.zh}内按“${weights.label.zh}”的${weight.zh}加权平均（只在有成绩的各项间折算，合计为 1；都没有权重的同等对待）；${within.zh}不止一种的，再按人数平均`,
    en: `for each ${by.en} the percentage for which ${met.en}; then, within one ${within.en}, their mean weighted by ${weight.en} of “${weights.label.en}” (of those with a result, made to add up to 1; alike where none has any); over several of these, the mean by persons`,
  }
}
