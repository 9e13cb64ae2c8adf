import { toIso, type Day, dayWords } from '@causeway/shared/day'
import { formatQuantity } from '@causeway/shared/format-figure'
import { UNKNOWN } from '@causeway/shared/unknown'
import { dimensionWords } from '@causeway/shared/words/terms'
import { type Words, asIs, inBoth } from '@causeway/shared/words/words'
import { allOf } from '../../figures/indicators/formula/join-words.ts'
import { countryName } from '../../ground/reference/countries.ts'
import type { RawPart } from './compare.ts'
import type { Reason } from './reason.ts'
import type { TallyRule } from './tally.ts'
import type { DateOf } from '../../figures/indicators/definition.ts'
import { verb, type Verb } from '../../records/record-type.ts'
import { recordTypeOf } from '../../records/record-types.ts'

type DayReason = Extract<Reason, { kind: 'LATER' | 'EARLIER' }>

const NO_COUNTRY: Words = { zh: '国别未注明', en: 'country not said' }
const PEOPLE: Words = { zh: '人', en: 'people' }

/** A number of stored units with its unit: `9人`, `9 people`. */
export function quantity({ factor, unit }: Pick<TallyRule, 'factor' | 'unit'>, amount: number): Words {
  const decimals = [0, 1].find((places) => (amount * 10 ** places) % factor === 0) ?? 2
  return inBoth((locale) => formatQuantity(amount / factor, decimals, unit, locale))
}

/** What a part is about and why: `9人（2024年8月31日之后入学）`, `9 people who enrolled after 31 August 2024`. */
export function partWords(part: RawPart): Words {
  const { rule, reason, direction, amount, items } = part
  if (reason.kind === 'REPEATED') return repeatedWords(part, reason.times, items)
  const much = quantity(rule, direction === 'IN' ? amount : -amount)
  const clause = clauseOf(part)
  return { zh: `${much.zh}（${clause.zh}）`, en: `${much.en} ${clause.en}` }
}

function repeatedWords({ amount }: RawPart, times: number, items: number): Words {
  const much = quantity({ factor: 1, unit: { zh: '人次', en: 'participations' } }, Math.abs(amount))
  const people = quantity({ factor: 1, unit: PEOPLE }, items)
  const each = items === 1 ? '' : ' each'
  return { zh: `${much.zh}（${people.zh}各有${times}次）`, en: `${much.en} (${people.en} with ${times}${each})` }
}

function clauseOf(part: RawPart): Words {
  const { reason, rule, records, direction, step } = part
  const types = [...new Set(records.map(({ type }) => type))].sort()
  const noun = recordNoun(types)
  const more = direction === 'IN'
  switch (reason.kind) {
    case 'LATER':
    case 'EARLIER':
    case 'OUTSIDE':
      return byDayWords(part, types)
    case 'COUNTRY': {
      const names = allOf(reason.countries.map((code) => (code === UNKNOWN ? NO_COUNTRY : countryName(code))))
      return { zh: names.zh, en: `(${names.en})` }
    }
    case 'FILTER': {
      const names = allOf(step.to.question.filters.map(({ dimension }) => dimensionWords[dimension]))
      return { zh: `${names.zh}不在限定之内`, en: `of another ${names.en}` }
    }
    case 'AMOUNT': {
      const isOfDays = /clippedDays|sharedDays/.test(rule.sort)
      return isOfDays
        ? {
            zh: `同样的${noun.zh}，落在期内的天数较${more ? '多' : '少'}`,
            en: `from the same ${noun.en}, with ${more ? 'more' : 'fewer'} days inside the period`,
          }
        : { zh: `同样的${noun.zh}，计入的数额不同`, en: `from the same ${noun.en}, which count otherwise` }
    }
    case 'OTHER_CLASS':
      return { zh: '属于另一届', en: `${whoOf(rule, noun).en} are of another class` }
    case 'NOT_FIRST':
      return {
        zh: `首条${noun.zh}不在此时段`,
        en: `${rule.subject === 'PERSONS' || rule.subject === 'KEYS' ? 'whose' : 'where the'} first ${noun.one} is not in the period`,
      }
    case 'OTHER_RECORD':
      return rule.subject === 'PERSONS'
        ? { zh: `同一人另取一条${noun.zh}`, en: `for whom another ${noun.one} is taken` }
        : { zh: `同一对象另取一条${noun.zh}`, en: `where another ${noun.one} is taken` }
    case 'CONDITION': {
      const who = whoOf(rule, noun)
      const terms =
        step.aspect === 'PERIOD' ? { zh: '在该时段', en: 'in that period' } : { zh: '按此口径', en: 'on these terms' }
      return more
        ? { zh: `${terms.zh}才符合条件`, en: `${who.en} meet the conditions only ${terms.en}` }
        : { zh: `${terms.zh}不符合条件`, en: `${who.en} do not meet the conditions ${terms.en}` }
    }
    case 'DEFINITION': {
      const name = (more ? step.to : step.from).question.declaration.name
      return { zh: `只在“${name.zh}”的口径内`, en: `that only "${name.en}" takes in` }
    }
    default:
      throw new Error(`no words for ${reason.kind}`)
  }
}

function byDayWords({ reason, rule }: RawPart, types: string[]): Words {
  const noun = recordNoun(types)
  const { begin, end, own } = verbsOf(types, rule.subject === 'PERSONS')
  const isTheirRecords = rule.subject === 'PERSONS' && !own && reason.kind !== 'OUTSIDE'
  const who = isTheirRecords ? { zh: `其计入的${noun.zh}`, en: `whose counted ${noun.en}` } : whoOf(rule, noun)
  if (reason.kind === 'OUTSIDE') {
    const [first, last] = [sayDay(reason.first), sayDay(reason.last)]
    return {
      zh: `${at(who)}${first.zh}之前或${last.zh}之后`,
      en: `${who.en} are there before ${first.en} or after ${last.en}`,
    }
  }
  if (reason.kind !== 'LATER' && reason.kind !== 'EARLIER') throw new Error(`${reason.kind} is of no day`)
  const day = sayDay(reason.day)
  const later = reason.kind === 'LATER'
  if (reason.begin !== null && (later || reason.begun)) {
    const date = dateWords(types[0]!, reason.begin)
    if ('stage' in date) return byStageWords(reason, date.stage, whoOf(rule, noun))
    const side = later ? { zh: '之后', en: 'after' } : { zh: '之前', en: 'before' }
    const of = { PERSONS: '', RECORDS: '', KEYS: `其计入的${noun.zh}的`, VALUES: `${noun.zh}的`, PAIRS: '后测的' }[
      rule.subject
    ]
    const en = {
      PERSONS: 'with',
      RECORDS: 'with',
      KEYS: `whose counted ${noun.en} have`,
      VALUES: `from ${noun.en} with`,
      PAIRS: `${ofPairs(rule)} later test has`,
    }
    return {
      zh: `${of}“${date.field.zh}”在${day.zh}${side.zh}`,
      en: `${en[rule.subject]} "${date.field.en}" ${side.en} ${day.en}`,
    }
  }
  if (later) return { zh: `${at(who)}${day.zh}之后${begin.zh}`, en: `${who.en} ${begin.past} after ${day.en}` }
  const done = reason.begun ? begin : end
  return { zh: `${at(who)}${day.zh}之前已${done.zh}`, en: `${who.en} had ${done.participle} before ${day.en}` }
}

function byStageWords(reason: DayReason, stage: Words, who: Words): Words {
  const day = sayDay(reason.day)
  if (reason.kind === 'EARLIER')
    return {
      zh: `${at(who)}${day.zh}之前已到“${stage.zh}”阶段`,
      en: `${who.en} had reached the stage "${stage.en}" before ${day.en}`,
    }
  return {
    zh: `${at(who)}${day.zh}之后到“${stage.zh}”阶段`,
    en: `${who.en} reached the stage "${stage.en}" after ${day.en}`,
  }
}

function sayDay(day: Day): Words {
  return inBoth((locale) => dayWords(toIso(day), locale))
}

/** What a clause is said of: people or records themselves, or the records behind a key or a sum. */
function whoOf(rule: TallyRule, noun: Words): Words {
  const { subject, sort } = rule
  switch (subject) {
    case 'PERSONS':
      return { zh: '', en: sort.endsWith('participations') ? 'of people who' : 'who' }
    case 'RECORDS':
      return { zh: '', en: 'that' }
    case 'KEYS':
      return { zh: `其计入的${noun.zh}`, en: `whose counted ${noun.en}` }
    case 'VALUES':
      return { zh: noun.zh, en: `from ${noun.en} that` }
    case 'PAIRS':
      return { zh: '两次测评', en: `${ofPairs(rule)} tests` }
  }
}

const at = ({ zh }: Words) => (zh === '' ? '' : `${zh}于`)

/** Pairs are counted themselves, or points of theirs. */
const ofPairs = ({ sort }: TallyRule) => (sort === 'pairs difference' ? 'whose' : 'of pairs whose')

const BEGIN = verb('开始', 'began', 'begun')
const END = verb('结束', 'ended')

/** `own`: it is people who do it; else their records begin and end. */
export function verbsOf(types: readonly string[], ofPeople: boolean): { begin: Verb; end: Verb; own: boolean } {
  const own = ofPeople && types.length === 1 ? recordTypeOf(types[0]!).verbs : undefined
  return own ? { ...own, own: true } : { begin: BEGIN, end: END, own: false }
}

/** The date of that name as the record type calls it, or the stage that it is the day of. */
export function dateWords(type: string, date: DateOf): { field: Words } | { stage: Words } {
  const { fields, stages } = recordTypeOf(type)
  const labelOf = (name: string): Words => fields.find((field) => field.name === name)?.label ?? asIs(name)
  if (typeof date === 'string') {
    const { zh, en } = labelOf(date)
    return { field: { zh, en: en.toLowerCase() } }
  }
  if ('due' in date) return { field: { zh: '应结业日期', en: 'due date' } }
  const { zh, en } = labelOf(stages?.[date.stage] ?? date.stage)
  return { stage: { zh: zh.replace(/(日期|时间)$/, ''), en: en.replace(/ (on|date)$/i, '').toLowerCase() } }
}

/** The records by the name of their type: `“标准采用”记录`, `adoption records`; `one` of them. */
export function recordNoun(types: readonly string[]): Words & { one: string } {
  if (types.length !== 1) return { zh: '记录', en: 'records', one: 'record' }
  const { label } = recordTypeOf(types[0]!)
  const name = label.en.toLowerCase()
  return { zh: `“${label.zh}”记录`, en: `${name} records`, one: `${name} record` }
}
