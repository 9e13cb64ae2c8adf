import type { Scope } from '@causeway/shared/series'
import { scopeWords } from '@causeway/shared/words/scopes'
import type { Words } from '@causeway/shared/words/words'
import type { Cond, Related } from '../definition.ts'
import { recordTypeOf } from '../../../records/record-types.ts'
import { allOf, bothHold, oneOf, quoted } from './join-words.ts'
import { namingOf, type Named, type Naming } from './naming.ts'
import { timeWords } from './time-words.ts'
import { labelOf, valueWords } from './value-words.ts'

export function conditionWords(naming: Naming, condition: Cond): Words {
  if ('any' in condition) {
    const ways = condition.any.map((list) => bothHold(list.map((one) => conditionWords(naming, one))))
    return {
      zh: `以下任一成立：${ways.map((way) => way.zh).join('；或')}`,
      en: `either ${ways.map((way) => way.en).join(', or ')}`,
    }
  }
  if ('when' in condition) return timeWords(naming, condition.when) ?? { zh: '不限时间', en: 'at any time' }
  if ('related' in condition) return relatedWords(naming, condition)
  if ('inScope' in condition) {
    const { words } = naming(condition.field)
    if (condition.inScope === 'SCOPE')
      return { zh: `${words.zh}在所选统计范围内`, en: `${words.en} is within the scope asked for` }
    return isInScope(words, condition.inScope)
  }
  const value = valueWords(naming, condition.field)
  if ('in' in condition) {
    const values = oneOf(condition.in.map((key) => quoted(labelOf(value.field, key))))
    return { zh: `${value.words.zh}为${values.zh}`, en: `${value.words.en} is ${values.en}` }
  }
  if ('notIn' in condition) {
    const values = oneOf(condition.notIn.map((key) => quoted(labelOf(value.field, key))))
    return { zh: `${value.words.zh}不是${values.zh}`, en: `${value.words.en} is not ${values.en}` }
  }
  if ('filled' in condition) return { zh: `${value.words.zh}已填写`, en: `${value.words.en} is filled in` }
  return atLeastWords(naming, value, condition.atLeast)
}

function atLeastWords(
  naming: Naming,
  value: Named,
  least: number | { field: Parameters<typeof valueWords>[1] },
): Words {
  const bound =
    typeof least === 'number' ? { zh: String(least), en: String(least) } : valueWords(naming, least.field).words
  if (value.field?.kind === 'date')
    return { zh: `${value.words.zh}不早于${bound.zh}`, en: `${value.words.en} is not before ${bound.en}` }
  return {
    zh: typeof least === 'number' ? `${value.words.zh}不少于 ${least}` : `${value.words.zh}不低于${bound.zh}`,
    en: `${value.words.en} is at least ${bound.en}`,
  }
}

/** `nationality is abroad`. */
export function isInScope(words: Words, scope: Scope): Words {
  const place = scopeWords[scope]
  return { zh: `${words.zh}属于${place.zh}`, en: `${words.en} is ${place.en}` }
}

/** What two records have in common: those that are called the same first, then which is which. */
function sharedWords(pairs: [their: Words, our: string, naming: Naming][]): Words {
  const alike: Words[] = []
  const others: Words[] = []
  for (const [their, path, naming] of pairs) {
    const our = naming(path).words
    if (path === '#key') others.push({ zh: `其${their.zh}即本记录`, en: `this one as its ${their.en}` })
    else if (their.en === our.en && their.zh === our.zh) alike.push(their)
    else others.push({ zh: `其${their.zh}与本记录的${our.zh}相同`, en: `${their.en} equal to ${our.en} of this one` })
  }
  const same = allOf(alike)
  const first =
    alike.length === 0 ? [] : [{ zh: `${same.zh}${alike.length > 1 ? '都' : ''}相同`, en: `the same ${same.en}` }]
  const all = [...first, ...others]
  return { zh: all.map((words) => words.zh).join('，'), en: allOf(all).en }
}

function relatedWords(
  naming: Naming,
  condition: { related: Related; atLeast: number; sum?: Parameters<typeof valueWords>[1] },
): Words {
  const { related } = condition
  const theirs = namingOf(related.of)
  const label = recordTypeOf(related.of).label
  const shared = sharedWords(Object.entries(related.on).map(([their, our]) => [theirs(their).words, our, naming]))
  const time = timeWords(theirs, related.time)
  const more = [...(related.where ?? []).map((one) => conditionWords(theirs, one)), ...(time ? [time] : [])]
  const meets: Words =
    more.length === 0 ? { zh: '', en: '' } : { zh: `，${bothHold(more).zh}`, en: ` where ${bothHold(more).en}` }
  if (condition.sum !== undefined) {
    const sum = valueWords(theirs, condition.sum).words
    return {
      zh: `与之对应的“${label.zh}”记录（${shared.zh}${meets.zh}），其${sum.zh}合计不少于 ${condition.atLeast}`,
      en: `over the records of “${label.en}” with ${shared.en}${meets.en}, ${sum.en} adds up to at least ${condition.atLeast}`,
    }
  }
  return {
    zh: `至少有 ${condition.atLeast} 条“${label.zh}”记录与之对应（${shared.zh}${meets.zh}）`,
    en: `there is at least ${condition.atLeast} record of “${label.en}” with ${shared.en}${meets.en}`,
  }
}
