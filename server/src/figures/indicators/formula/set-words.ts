import type { Scope } from '@causeway/shared/series'
import { SEMICOLON, type Words, asIs, joinWords } from '@causeway/shared/words/words'
import { recordTypeOf } from '../../../records/record-types.ts'
import type { Branch, FieldRef, OnePer, PlainSet, SetOf, Time, Cond, Related } from '../definition.ts'
import { clauses, allOf, bothHold, oneOf, quoted } from './join-words.ts'
import { namingOf, unionNaming, type Naming, type Named } from './naming.ts'
import { timeWords, keyWords, valueWords, labelOf } from './value-words.ts'
import { scopeWords } from '@causeway/shared/words/terms'

/** The country that a scope acts on in this set, and the scope that holds where none is asked for. */
export interface ScopeOfSet {
  field: FieldRef
  default: Scope | null
}

export function namingOfSet(set: SetOf): Naming {
  if ('union' in set) return unionNaming(set)
  const naming = namingOf(set.of, set.joins)
  const personsOnly = set.where?.some((one) => 'filled' in one && one.field === 'person')
  return personsOnly ? Object.assign((path: string) => naming(path), naming, { groups: false }) : naming
}

/** Which records are taken, as one or two sentences without their full stop. */
export function setWords(set: SetOf, scope: ScopeOfSet | null): Words {
  if ('union' in set) return unionWords(set.union, set.where, unionNaming(set), scope)
  const naming = namingOf(set.of, set.joins)
  const time = timeWords(naming, set.time)
  const isFirst = set.onePer?.pick === 'first'
  const conditions = [
    ...(set.where ?? []).map((one) => conditionWords(naming, one)),
    ...(time && !isFirst ? [time] : []),
    ...scopeWordsOf(naming, scope),
  ]
  const taken = recordsWhere(set, conditions)
  if (!set.onePer) return taken
  const pick = onePerWords(naming, set.onePer, set.time)
  return { zh: `${taken.zh}。${pick.zh}`, en: `${taken.en}. ${pick.en}` }
}

function recordsWhere(set: PlainSet | Branch, conditions: Words[]): Words {
  const label = recordTypeOf(set.of).label
  if (conditions.length === 0) return { zh: `“${label.zh}”台账的全部记录`, en: `all records of “${label.en}”` }
  const list = clauses(conditions)
  const many = conditions.length > 1
  return {
    zh: `“${label.zh}”台账中${many ? '同时' : ''}符合以下条件的记录：${list.zh}`,
    en: `records of “${label.en}” where ${many ? 'all of these hold: ' : ''}${list.en}`,
  }
}

function scopeWordsOf(naming: Naming, scope: ScopeOfSet | null): Words[] {
  if (!scope || Array.isArray(scope.field)) return []
  const { words } = naming(scope.field)
  if (scope.default === null) return []
  const inside = isInScope(words, scope.default)
  return [{ zh: `${inside.zh}（可改选统计范围）`, en: `${inside.en} (unless another scope is asked for)` }]
}

function unionWords(branches: Branch[], where: PlainSet['where'], naming: Naming, scope: ScopeOfSet | null): Words {
  const each = joinWords(
    branches.map((branch, n) => joinWords([asIs(`${LETTERS[n]}. `), branchWords(branch, naming)], asIs(''))),
    SEMICOLON,
  )
  const common = [...(where ?? []).map((one) => conditionWords(naming, one)), ...scopeWordsOf(naming, scope)]
  const taken: Words = { zh: `以下记录合在一起：${each.zh}`, en: `these records together: ${each.en}` }
  if (common.length === 0) return taken
  const list = clauses(common)
  return { zh: `${taken.zh}。其中只取：${list.zh}`, en: `${taken.en}. Of these only those where ${list.en}` }
}

const LETTERS = 'ABCDEFGHIJ'

function branchWords(branch: Branch, union: Naming): Words {
  const naming = namingOf(branch.of)
  const time = timeWords(naming, branch.time)
  const taken = recordsWhere(branch, [
    ...(branch.where ?? []).map((one) => conditionWords(naming, one)),
    ...(time ? [time] : []),
  ])
  const renamed = Object.entries(branch.as ?? {}).map(([name, key]): Words => {
    const own = keyWords(naming, key)
    const common = union(name).words
    return { zh: `以${own.zh}作为${common.zh}`, en: `its ${own.en} being the ${common.en}` }
  })
  if (renamed.length === 0) return taken
  const list = joinWords(renamed)
  return { zh: `${taken.zh}（${list.zh}）`, en: `${taken.en} (${list.en})` }
}

function onePerWords(naming: Naming, onePer: OnePer, time: Time): Words {
  const key = keyWords(naming, onePer.key)
  const alike = Array.isArray(onePer.key) && onePer.key.length > 1 ? '都相同' : '相同'
  const picked = pickWords(naming, onePer, time)
  return {
    zh: `${key.zh}${alike}的，只取${picked.zh}`,
    en: `Of those with the same ${key.en} only one is taken, the ${picked.en}`,
  }
}

function pickWords(naming: Naming, onePer: OnePer, time: Time): Words {
  const by = valueWords(naming, onePer.by)
  const isDate = by.field?.kind === 'date' || (typeof onePer.by === 'object' && 'stage' in onePer.by)
  if (onePer.pick === 'first') {
    const least: Words = isDate ? { zh: '最早', en: 'earliest' } : { zh: '最小', en: 'lowest' }
    const then = thenCounts(naming, onePer, time)
    return {
      zh: `历年来按“${by.words.zh}”${least.zh}的一条${then.zh}`,
      en: `${least.en} of all years by ${by.words.en}${then.en}`,
    }
  }
  if (by.field?.kind === 'flag') {
    return {
      zh: `本期内按“${by.words.zh}”最好的一条（“是”优先于“否”）`,
      en: `best of the period by ${by.words.en} (“yes” before “no”)`,
    }
  }
  const greatest: Words = isDate ? { zh: '最晚', en: 'latest' } : { zh: '最大', en: 'highest' }
  if (onePer.best !== undefined) {
    const best = valueWords(naming, onePer.best).words
    return {
      zh: `本期内按“${best.zh}”最高的一条（并列的，取按“${by.words.zh}”${greatest.zh}的）`,
      en: `highest of the period by ${best.en} (of equals, the ${greatest.en} by ${by.words.en})`,
    }
  }
  return {
    zh: `本期内按“${by.words.zh}”${greatest.zh}的一条`,
    en: `${greatest.en} of the period by ${by.words.en}`,
  }
}

/** The one picked over all years still has to be in the period. */
function thenCounts(naming: Naming, onePer: OnePer, time: Time): Words {
  if ('fallsIn' in time && JSON.stringify(time.fallsIn) === JSON.stringify(onePer.by)) {
    return { zh: '，且该日期须在本期内', en: ', and it counts where that day falls in the period' }
  }
  const words = timeWords(naming, time)
  return words ? { zh: `，且这一条须满足：${words.zh}`, en: `, and it counts where ${words.en}` } : { zh: '', en: '' }
}

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
  const { zh, en } = value.words
  const anyOf = (keys: (string | number)[]) => oneOf(keys.map((key) => quoted(labelOf(value.field, key))))
  if ('in' in condition) return { zh: `${zh}为${anyOf(condition.in).zh}`, en: `${en} is ${anyOf(condition.in).en}` }
  if ('notIn' in condition)
    return { zh: `${zh}不是${anyOf(condition.notIn).zh}`, en: `${en} is not ${anyOf(condition.notIn).en}` }
  if ('filled' in condition) return { zh: `${zh}已填写`, en: `${en} is filled in` }
  return atLeastWords(naming, value, condition.atLeast)
}

function atLeastWords(
  naming: Naming,
  value: Named,
  least: number | { field: Parameters<typeof valueWords>[1] },
): Words {
  const bound = typeof least === 'number' ? asIs(String(least)) : valueWords(naming, least.field).words
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
  return { zh: joinWords(all).zh, en: allOf(all).en }
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
