import type { Scope } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import { recordTypeOf } from '../../../records/record-types.ts'
import type { Branch, FieldRef, OnePer, PlainSet, SetOf, Time } from '../definition.ts'
import { conditionWords, isInScope } from './condition-words.ts'
import { clauses } from './join-words.ts'
import { namingOf, unionNaming, type Naming } from './naming.ts'
import { timeWords } from './time-words.ts'
import { keyWords, valueWords } from './value-words.ts'

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
  const each = branches.map((branch) => branchWords(branch, naming))
  const common = [...(where ?? []).map((one) => conditionWords(naming, one)), ...scopeWordsOf(naming, scope)]
  const taken: Words = {
    zh: `以下记录合在一起：${each.map((words, n) => `${LETTERS[n]}. ${words.zh}`).join('；')}`,
    en: `these records together: ${each.map((words, n) => `${LETTERS[n]}. ${words.en}`).join('; ')}`,
  }
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
  return {
    zh: `${taken.zh}（${renamed.map((words) => words.zh).join('，')}）`,
    en: `${taken.en} (${renamed.map((words) => words.en).join(', ')})`,
  }
}

function onePerWords(naming: Naming, onePer: OnePer, time: Time): Words {
  const key = keyWords(naming, onePer.key)
  const alike = Array.isArray(onePer.key) && onePer.key.length > 1 ? '都相同' : '相同'
  const by = valueWords(naming, onePer.by)
  const isDate = by.field?.kind === 'date' || (typeof onePer.by === 'object' && 'stage' in onePer.by)
  if (onePer.pick === 'first') {
    const least: Words = isDate ? { zh: '最早', en: 'earliest' } : { zh: '最小', en: 'lowest' }
    const then = thenCounts(naming, onePer, time)
    return {
      zh: `${key.zh}${alike}的，只取历年来按${inQuotes(by.words.zh)}${least.zh}的一条${then.zh}`,
      en: `Of those with the same ${key.en} only one is taken, the ${least.en} of all years by ${by.words.en}${then.en}`,
    }
  }
  if (by.field?.kind === 'flag') {
    return {
      zh: `${key.zh}${alike}的，只取本期内按${inQuotes(by.words.zh)}最好的一条（“是”优先于“否”）`,
      en: `Of those with the same ${key.en} only one is taken, the best of the period by ${by.words.en} (“yes” before “no”)`,
    }
  }
  const greatest: Words = isDate ? { zh: '最晚', en: 'latest' } : { zh: '最大', en: 'highest' }
  if (onePer.best !== undefined) {
    const best = valueWords(naming, onePer.best).words
    return {
      zh: `${key.zh}${alike}的，只取本期内按${inQuotes(best.zh)}最高的一条（并列的，取按${inQuotes(by.words.zh)}${greatest.zh}的）`,
      en: `Of those with the same ${key.en} only one is taken, the highest of the period by ${best.en} (of equals, the ${greatest.en} by ${by.words.en})`,
    }
  }
  return {
    zh: `${key.zh}${alike}的，只取本期内按${inQuotes(by.words.zh)}${greatest.zh}的一条`,
    en: `Of those with the same ${key.en} only one is taken, the ${greatest.en} of the period by ${by.words.en}`,
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

function inQuotes(text: string): string {
  return `“${text}”`
}
