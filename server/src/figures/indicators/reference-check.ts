import { fill, type Words } from '@causeway/shared/words/words'
import { COMMON_FIELDS, type Field } from '../../records/record-type.ts'
import { findRecordType, RECORD_TYPES } from '../../records/record-types.ts'
import type { Cond, DateOf, Key, Path, Related, Time, Value } from './definition.ts'
import { findField, type FieldSource } from './find-field.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** What is wrong with a declaration. */
export interface DeclarationProblem {
  /** Where in the declaration: `set.where[0].field`; empty: the whole. */
  place: string
  /** A key there that does not belong. */
  key?: string
  words: Words
}

const NUMBERS = new Set<Field['kind']>(['integer', 'decimal', 'flag', 'level'])

/** Collects what of the conditions, times, values and keys of a declaration leads nowhere. */
export class ReferenceCheck {
  readonly problems: DeclarationProblem[] = []

  protected conditions(place: string, source: FieldSource, list: Cond[] = []): void {
    list.forEach((condition, n) => this.condition(`${place}[${n}]`, source, condition))
  }

  protected condition(place: string, source: FieldSource, condition: Cond): void {
    if ('any' in condition)
      return condition.any.forEach((list, n) => this.conditions(`${place}.any[${n}]`, source, list))
    if ('when' in condition) return this.time(`${place}.when`, source, condition.when)
    if ('related' in condition) return this.related(place, source, condition.related, condition)
    if ('inScope' in condition) {
      const field = this.field(`${place}.field`, source, condition.field)
      if (field && field.kind !== 'country')
        this.wrongKind(`${place}.field`, condition.field, { zh: '国家（地区）', en: 'a country' })
      return
    }
    const field = this.value(`${place}.field`, source, condition.field)
    if ('in' in condition || 'notIn' in condition) {
      const values = 'in' in condition ? condition.in : condition.notIn
      for (const value of values) if (field) this.valueOfField(place, field, value)
    } else if ('atLeast' in condition && typeof condition.atLeast === 'object') {
      this.value(`${place}.atLeast.field`, source, condition.atLeast.field)
    }
  }

  protected related(
    place: string,
    source: FieldSource,
    related: Related,
    condition: { atLeast: number; sum?: Value },
  ): void {
    if (!this.type(`${place}.related.of`, related.of)) return
    const theirs = { of: related.of }
    for (const [their, our] of Object.entries(related.on)) {
      this.field(`${place}.related.on.${their}`, theirs, their)
      this.field(`${place}.related.on.${their}`, source, our)
    }
    this.conditions(`${place}.related.where`, theirs, related.where)
    this.time(`${place}.related.time`, theirs, related.time)
    if (condition.sum !== undefined) this.value(`${place}.sum`, theirs, condition.sum)
  }

  protected valueOfField(place: string, field: Field, value: string | number): void {
    const known =
      field.kind === 'choice' ? field.choices?.map((choice) => choice.key) : field.kind === 'flag' ? [0, 1] : undefined
    if (known && !(known as (string | number)[]).includes(value)) {
      this.say(place, {
        ...fill(REFUSALS.NO_VALUE, { name: field.name, value, knownZh: known.join('、'), knownEn: known.join(', ') }),
      })
    }
  }

  protected time(place: string, source: FieldSource, time: Time): void {
    if ('fallsIn' in time) this.date(`${place}.fallsIn`, source, time.fallsIn, ['date', 'year'])
    else if ('upTo' in time) this.date(`${place}.upTo`, source, time.upTo)
    else if ('overlaps' in time) this.stretch(`${place}.overlaps`, source, time.overlaps)
    else if ('inForce' in time) {
      time.inForce.forEach(([from, to], n) => {
        this.date(`${place}.inForce[${n}][0]`, source, from)
        this.date(`${place}.inForce[${n}][1]`, source, to)
      })
    }
  }

  protected date(place: string, source: FieldSource, date: DateOf, kinds: Field['kind'][] = ['date']): void {
    if (typeof date === 'string') {
      const field = this.field(place, source, date)
      if (field && !kinds.includes(field.kind)) this.wrongKind(place, date, { zh: '日期', en: 'a date' })
    } else if ('stage' in date) this.stage(place, source, date.stage)
    else {
      const [start, days, end] = date.due
      this.stretch(place, source, [start, end])
      this.number(place, source, days)
    }
  }

  protected stretch(place: string, source: FieldSource, [from, to]: [Path, Path]): void {
    this.date(`${place}[0]`, source, from)
    this.date(`${place}[1]`, source, to)
  }

  protected stage(place: string, source: FieldSource, stage: string): void {
    const type = 'union' in source ? undefined : findRecordType(source.of)
    const stages = Object.keys(type?.stages ?? {})
    if (!stages.includes(stage))
      this.say(place, {
        zh: `没有阶段 ${stage}，可选：${stages.join('、') || '无'}`,
        en: `there is no stage ${stage}; there are ${stages.join(', ') || 'none'}`,
      })
  }

  protected amount(place: string, source: FieldSource, value: Value): void {
    if (typeof value === 'string') this.number(place, source, value)
    else this.value(place, source, value)
  }

  protected number(place: string, source: FieldSource, path: Path): void {
    const field = this.field(place, source, path)
    if (field && !NUMBERS.has(field.kind)) this.wrongKind(place, path, { zh: '数值', en: 'a number' })
  }

  protected key(place: string, source: FieldSource, key: Key): void {
    if (key === 'persons') {
      const branches = 'union' in source ? source.union.map((branch) => branch.of) : [source.of]
      for (const of of branches) this.field(place, { of }, 'person')
    } else if (Array.isArray(key)) key.forEach((value, n) => this.value(`${place}[${n}]`, source, value))
    else this.value(place, source, key)
  }

  protected value(place: string, source: FieldSource, value: Value): Field | undefined {
    if (typeof value === 'string') return this.field(place, source, value)
    if ('else' in value) return value.else.map((path, n) => this.field(`${place}.else[${n}]`, source, path))[0]
    if ('stage' in value) this.stage(place, source, value.stage)
    else if ('days' in value) {
      this.stretch(`${place}.days`, source, value.days)
      if (value.given !== undefined) this.number(`${place}.given`, source, value.given)
    } else if ('clippedDays' in value) this.stretch(`${place}.clippedDays`, source, value.clippedDays)
    else if ('sharedDays' in value) {
      this.number(`${place}.sharedDays`, source, value.sharedDays)
      this.stretch(`${place}.over`, source, value.over)
    } else {
      const field = this.field(`${place}.points`, source, value.points)
      for (const key of Object.keys(value.map)) if (field) this.valueOfField(`${place}.map`, field, key)
    }
    return undefined
  }

  protected type(place: string, name: string): boolean {
    if (findRecordType(name)) return true
    const known = RECORD_TYPES.map((type) => type.name).join(', ')
    this.say(place, fill(REFUSALS.NO_RECORD_TYPE, { name, known }))
    return false
  }

  protected field(place: string, source: FieldSource, path: Path): Field | undefined {
    const field = findField(source, path)
    if (!field) this.say(place, noField(source, path))
    return field
  }

  protected wrongKind(place: string, path: Path, wanted: Words): void {
    this.say(place, { zh: `${path} 不是${wanted.zh}`, en: `${path} is not ${wanted.en}` })
  }

  protected say(place: string, words: Words): void {
    this.problems.push({ place, words })
  }
}

function noField(source: FieldSource, path: Path): Words {
  if ('union' in source) return { zh: `并非每个分支都有 ${path}`, en: `not every branch has ${path}` }
  const [head = '', tail] = path.split('.')
  const own = findField(source, head)
  if (tail !== undefined && own && own.to === undefined)
    return { zh: `${head} 不指向其他台账`, en: `${head} points to no other record` }
  if (tail !== undefined && own?.to !== undefined)
    return { zh: `${own.to} 没有字段 ${tail}`, en: `${own.to} has no field ${tail}` }
  const names = [...(findRecordType(source.of)?.fields ?? []), ...COMMON_FIELDS].map((field) => field.name)
  return {
    ...fill(REFUSALS.NO_FIELD, { of: source.of, head, namesZh: names.join('、'), namesEn: names.join(', ') }),
  }
}
