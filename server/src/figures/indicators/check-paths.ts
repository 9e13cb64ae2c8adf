import { findRecordType } from '../../records/record-types.ts'
import type { Field } from '../../records/record-type.ts'
import { type DeclarationProblem, ReferenceCheck } from './reference-check.ts'
import {
  type Declaration,
  type DimensionId,
  type Join,
  type Measure,
  type PlainSet,
  type SetOf,
  type Side,
  fieldOf,
} from './definition.ts'
import { sourceOf, type FieldSource } from './find-field.ts'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { schemaCheck } from '../../ground/schema-check.ts'
import { fill, type Words } from '@causeway/shared/words/words'
import { shouldBe } from '../../ground/schema-words.ts'
import schema from './declaration.schema.json' with { type: 'json' }
import REFUSALS from '../refusals.json' with { type: 'json' }

/** Does everything that a declaration names exist, and is it of a kind that can be used so? The vocabulary was checked before. */
export function checkAgainstRecordTypes(declaration: Declaration): DeclarationProblem[] {
  const check = new Check()
  check.bases(declaration)
  const sets = setsOf(declaration)
  for (const { place, set, measure } of sets) {
    check.set(place, set)
    check.measure(place === 'set' ? 'measure' : `${place}.measure`, sourceOf(set), measure)
  }
  if (declaration.scope) check.side('scope', declaration.scope, sets, 'country')
  for (const [dimension, side] of Object.entries(declaration.dimensions)) {
    const isPlace = ['country', 'continent', 'bloc'].includes(dimension as DimensionId)
    check.side(`dimensions.${dimension}`, side, sets, isPlace ? 'country' : undefined)
  }
  check.threshold(declaration)
  check.forEvery(declaration)
  check.example(declaration)
  return check.problems
}

interface PlacedSet {
  place: string
  part: 'numerator' | 'denominator' | 'both'
  set: SetOf
  measure: Measure
}

function setsOf({ set, measure }: Declaration): PlacedSet[] {
  if ('ratio' in measure) {
    return (['numerator', 'denominator'] as const).map((part) => ({
      place: `measure.ratio.${part}`,
      part,
      set: measure.ratio[part].set,
      measure: measure.ratio[part].measure,
    }))
  }
  return set ? [{ place: 'set', part: 'both', set, measure }] : []
}

class Check extends ReferenceCheck {
  bases(declaration: Declaration): void {
    declaration.base.forEach((base, n) => {
      const place = `base[${n}]`
      const of = typeof base === 'string' ? base : base.of
      if (this.type(place, of) && typeof base === 'object') this.conditions(`${place}.where`, { of }, base.where)
    })
  }

  set(place: string, set: SetOf): void {
    if (!('union' in set)) return this.plainSet(place, set)
    set.union.forEach((branch, n) => {
      const at = `${place}.union[${n}]`
      if (!this.type(`${at}.of`, branch.of)) return
      this.conditions(`${at}.where`, branch, branch.where)
      this.time(`${at}.time`, branch, branch.time)
      for (const [name, key] of Object.entries(branch.as ?? {})) this.key(`${at}.as.${name}`, { of: branch.of }, key)
    })
    this.conditions(`${place}.where`, set, set.where)
  }

  private plainSet(place: string, set: PlainSet): void {
    if (!this.type(`${place}.of`, set.of)) return
    const source = sourceOf(set)
    for (const [name, join] of Object.entries(set.joins ?? {}))
      this.join(`${place}.joins.${name}`, { of: set.of }, join)
    this.conditions(`${place}.where`, source, set.where)
    this.time(`${place}.time`, source, set.time)
    if (set.onePer) {
      this.key(`${place}.onePer.key`, source, set.onePer.key)
      this.value(`${place}.onePer.by`, source, set.onePer.by)
      if (set.onePer.best !== undefined) this.value(`${place}.onePer.best`, source, set.onePer.best)
    }
  }

  private join(place: string, source: FieldSource, join: Join): void {
    if (!this.type(`${place}.to`, join.to)) return
    const key = findRecordType(join.to)!.key.flatMap((part) => part.split('|'))
    if (key.length !== Object.keys(join.on).length || !key.every((part) => part in join.on)) {
      this.say(`${place}.on`, {
        ...fill(REFUSALS.NOT_THE_KEY, { to: join.to, keyZh: key.join('、'), keyEn: key.join(', ') }),
      })
    }
    for (const [their, our] of Object.entries(join.on)) {
      this.field(`${place}.on.${their}`, { of: join.to }, their)
      this.field(`${place}.on.${their}`, source, our)
    }
  }

  measure(place: string, source: FieldSource, measure: Measure): void {
    if ('distinct' in measure) this.key(`${place}.distinct`, source, measure.distinct)
    else if ('sum' in measure) this.amount(`${place}.sum`, source, measure.sum)
    else if ('median' in measure) this.amount(`${place}.median`, source, measure.median)
    else if ('mean' in measure) {
      this.amount(`${place}.mean`, source, measure.mean)
      measure.scale?.forEach((path, n) => this.field(`${place}.scale[${n}]`, source, path))
    } else if ('share' in measure) {
      this.conditions(`${place}.share`, source, measure.share)
      measure.zero?.forEach((one, n) => {
        const at = `${place}.zero[${n}]`
        if ('filled' in one) this.field(`${at}.filled`, source, one.filled)
        else if (this.type(`${at}.of`, one.of)) this.conditions(`${at}.where`, { of: one.of }, one.where)
      })
    } else if ('pairs' in measure) {
      this.key(`${place}.pairs`, source, measure.pairs)
      this.conditions(`${place}.before`, source, measure.before)
      this.conditions(`${place}.after`, source, measure.after)
      this.number(`${place}.value`, source, measure.value)
      if (measure.max !== undefined) this.number(`${place}.max`, source, measure.max)
      measure.scale.forEach((path, n) => this.field(`${place}.scale[${n}]`, source, path))
    } else if ('weighted' in measure) {
      this.conditions(`${place}.weighted`, source, measure.weighted)
      measure.by.forEach((path, n) => this.field(`${place}.by[${n}]`, source, path))
      if (measure.within > measure.by.length)
        this.say(`${place}.within`, { zh: '大于 by 的项数', en: 'is more than `by` has' })
      if (this.type(`${place}.weights.of`, measure.weights.of)) {
        for (const name of [...measure.weights.key, measure.weights.weight])
          this.field(`${place}.weights`, { of: measure.weights.of }, name)
      }
    }
  }

  side(place: string, side: Side, sets: PlacedSet[], kind?: Field['kind']): void {
    for (const { part, set } of sets) {
      const field = fieldOf(side, part === 'denominator' ? 'denominator' : 'numerator')
      if (field === null) continue
      for (const path of Array.isArray(field) ? field : [field]) {
        const found = this.field(place, sourceOf(set), path)
        if (found && kind && found.kind !== kind) this.wrongKind(place, path, { zh: '国家（地区）', en: 'a country' })
      }
    }
  }

  threshold({ threshold, measure }: Declaration): void {
    if (threshold && !('share' in measure || 'ratio' in measure))
      this.say('threshold', { zh: '只有比例才有达标要求', en: 'only a share or a ratio can have one' })
  }

  forEvery({ unit, measure }: Declaration): void {
    if ('ratio' in measure && measure.forEvery && unit.en === '%')
      this.say('measure.forEvery', REFUSALS.FOR_EVERY_IN_PERCENT)
  }

  example({ example, dimensions, bases }: Declaration): void {
    if (!example) return
    const { basis } = example.ask
    if (!bases.includes(basis))
      this.say('example.ask.basis', { zh: `指标没有 ${basis} 这一统计时段`, en: `the indicator has no basis ${basis}` })
    for (const [name, rows] of Object.entries(example.records)) {
      if (!this.type(`example.records.${name}`, name)) continue
      for (const column of new Set(rows.flatMap((row) => Object.keys(row))))
        this.field(`example.records.${name}`, { of: name }, column)
    }
    const { by } = example.ask
    if (by !== undefined && !(by in dimensions))
      this.say('example.ask.by', { zh: `指标没有维度 ${by}`, en: `the indicator has no dimension ${by}` })
  }
}

const vocabulary = schemaCheck(schema)

/**
 * Everything that is wrong with a declaration: a word that the vocabulary does not have, a record type, field, reference, stage
 * or value that is not there, a dimension that leads nowhere. An empty list: it may be compiled.
 */
export function checkDeclaration(declaration: unknown): DeclarationProblem[] {
  const validate = vocabulary()
  return validate(declaration)
    ? checkAgainstRecordTypes(declaration as Declaration)
    : vocabularyProblems(validate.errors ?? [])
}

/**
 * Where alternatives fail, a validator reports all of them. The deepest place is where it went wrong, and the
 * alternative with the fewest errors there is what was meant.
 */
function vocabularyProblems(errors: ErrorObject[]): DeclarationProblem[] {
  const plain = errors.filter((error) => !['anyOf', 'if'].includes(error.keyword))
  const deepest = plain.filter(
    (error) => !plain.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
  )
  const problems: DeclarationProblem[] = []
  for (const path of new Set(deepest.map((error) => error.instancePath))) {
    const alternatives = Map.groupBy(
      deepest.filter((error) => error.instancePath === path),
      (error) => error.parentSchema,
    )
    const meant = [...alternatives.values()].reduce((best, next) => (next.length < best.length ? next : best))
    for (const error of meant) {
      const words = wordsOf(error)
      if (!problems.some((known) => known.place === placeOf(path) && known.words.en === words.en))
        problems.push({ place: placeOf(path), key: error.params['additionalProperty'], words })
    }
  }
  return problems
}

/** `/set/where/0/field` as people write it. */
function placeOf(path: string): string {
  return path
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
}

function wordsOf(error: ErrorObject): Words {
  const { keyword, params, propertyName, instancePath, data } = error
  if (keyword === 'additionalProperties' || keyword === 'false schema') {
    const extra = String(params['additionalProperty'] ?? '')
    return { zh: `指标声明的语法里这里没有 ${extra}`, en: `the vocabulary has no ${extra || 'such word'} here` }
  }
  if (keyword === 'required')
    return { zh: `缺少 ${params['missingProperty']}`, en: `${params['missingProperty']} is missing` }
  if (keyword === 'enum') {
    const known = (params['allowedValues'] as unknown[]).join(', ')
    const what = propertyName === undefined ? '' : `${propertyName}: `
    return { zh: `${what}只能是 ${known}`, en: `${what}must be one of ${known}` }
  }
  if (instancePath === '/unit' && typeof data === 'string')
    return {
      zh: `目录中的指标没有用过单位“${data}”，请写明两种文字，如 { zh: ${data}, en: … }`,
      en: `no indicator of the catalogue has the unit "${data}": write it in both languages, as { zh: …, en: ${data} }`,
    }
  return shouldBe(error)
}
