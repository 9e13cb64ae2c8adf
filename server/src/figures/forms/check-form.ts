import { fill, type Words } from '@causeway/shared/words/words'
import { isMonthDay } from '@causeway/shared/day'
import type { YamlPath } from '../../ground/checked-yaml.ts'
import type { Declaration } from '../indicators/definition.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { findRecordType, RECORD_TYPES } from '../../records/record-types.ts'
import { BLOCS } from '../../ground/reference/blocs.ts'
import type { FormDefinition, FormEdition, RecordExport } from './form-definition.ts'
import type { FigureQuestion, FormLine } from '../indicators/form-line.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

type Refuse = (path: YamlPath, words: Words) => void

/** What the schema cannot see: whether what a form names is there. */
export function checkForm(form: FormDefinition, indicators: readonly Declaration[], refuse: Refuse): void {
  const seen = new Set<string>()
  form.editions.forEach((edition, at) => {
    const place = ['editions', at]
    if (seen.has(edition.edition))
      refuse([...place, 'edition'], fill(REFUSALS.EDITION_TWICE, { edition: edition.edition }))
    seen.add(edition.edition)
    if (edition.to !== undefined && edition.to < edition.from)
      refuse([...place, 'to'], { zh: '截止年度早于起始年度', en: 'to is before from' })
    if (edition.lines.length > 0 === (edition.records !== undefined))
      refuse([...place, 'lines'], REFUSALS.LINES_OR_RECORDS)
    checkLines(edition, indicators, (path, words) => refuse([...place, ...path], words))
    if (edition.records)
      checkRecords(edition.records, indicators, (path, words) => refuse([...place, 'records', ...path], words))
  })
  form.checks?.forEach((check, at) => {
    const edition = form.editions.find((one) => one.edition === check.edition)
    const names = check.rule === 'agree' ? (check.lines ?? []) : [check.part ?? '', check.whole ?? '']
    if (!edition || names.length !== 2 || names.includes('')) return refuse(['checks', at], REFUSALS.CHECK_NOT_WHOLE)
    for (const name of names) {
      if (!name.includes('/') && !edition.lines.some((line) => line.number === name))
        refuse(['checks', at], noLine(name, edition))
    }
  })
}

function checkLines(edition: FormEdition, indicators: readonly Declaration[], refuse: Refuse): void {
  const numbers = new Set<string>()
  edition.lines.forEach((line, at) => {
    const place = ['lines', at]
    const { number, under } = line
    if (numbers.has(number))
      refuse([...place, 'number'], { zh: `序号“${number}”重复`, en: `there are two lines "${number}"` })
    numbers.add(number)
    if (under !== undefined && (under === number || !edition.lines.some((other) => other.number === under)))
      refuse([...place, 'under'], noLine(under, edition))
    const sources = (['indicator', 'minus', 'plus', 'over'] as const).filter((key) => line[key] !== undefined)
    if (sources.length > 1)
      refuse(place, {
        ...fill(REFUSALS.ONE_SOURCE, { sourcesZh: sources.join('、'), sourcesEn: sources.join(', ') }),
      })
    if (line.note) checkNote(line, indicators, (words) => refuse([...place, 'note'], words))
    for (const [path, question] of questionsInPlace(line))
      checkQuestion(question, indicators, (inside, words) => refuse([...place, ...path, ...inside], words))
  })
}

/** The figures that a line asks for, with where in the line they stand. */
function questionsInPlace(line: FormLine): [path: YamlPath, FigureQuestion][] {
  const { indicator } = line
  if (indicator !== undefined) return [[[], { ...line, indicator }]]
  return (['minus', 'plus', 'over'] as const).flatMap((key): [YamlPath, FigureQuestion][] => {
    const operands = line[key]
    return operands
      ? [
          [[key, 'a'], operands.a],
          [[key, 'b'], operands.b],
        ]
      : []
  })
}

function checkNote(line: FormLine, indicators: readonly Declaration[], refuse: (words: Words) => void): void {
  const note = line.note!
  if (Object.hasOwn(note, 'entry') === Object.hasOwn(note, 'by'))
    return refuse({ zh: 'entry 与 by 须取其一', en: 'a note takes entry or by, one of the two' })
  if (questionsInPlace(line).length === 0)
    return refuse({ zh: '没有指标的指标项不能生成备注', en: 'a line without an indicator has no records for a note' })
  if ('by' in note) {
    for (const [, { indicator }] of questionsInPlace(line)) {
      const declaration = indicators.find(({ id, code }) => id === indicator || code === indicator)
      if (declaration && !(note.by in declaration.dimensions))
        refuse({ zh: `${indicator} 没有维度“${note.by}”`, en: `${indicator} has no dimension "${note.by}"` })
    }
    return
  }
  const known = RECORD_TYPES.flatMap(({ fields }) => fields.map(({ name }) => name))
  for (const name of [note.entry, ...(note.with ?? []), ...(note.order ? [note.order] : [])]) {
    if (name !== '#title' && !known.includes(name.split('@')[0]!))
      refuse({ zh: `没有哪类台账有字段“${name}”`, en: `no record type has a field "${name}"` })
  }
}

function checkQuestion(question: FigureQuestion, indicators: readonly Declaration[], refuse: Refuse): void {
  const declaration = indicators.find(({ id, code }) => id === question.indicator || code === question.indicator)
  if (!declaration) {
    const near = didYouMean(
      findNearest(
        question.indicator,
        indicators.flatMap(({ id, code }) => [code, id]),
      ),
    )
    return refuse(
      ['indicator'],
      fill(REFUSALS.NO_INDICATOR, { indicator: question.indicator, nearZh: near.zh, nearEn: near.en }),
    )
  }
  const { basis, at, scope, filter, part } = question
  if (basis !== undefined && !declaration.bases.includes(basis))
    refuse(['basis'], {
      zh: `${declaration.code} 没有统计时段 ${basis}；可用：${declaration.bases.join('、')}`,
      en: `${declaration.code} has no basis ${basis}; it has ${declaration.bases.join(', ')}`,
    })
  if (at !== undefined && ((basis ?? declaration.bases[0]) !== 'POINT_IN_TIME' || !isMonthDay(at)))
    refuse(['at'], { zh: 'at 是 POINT_IN_TIME 的月日', en: 'at is the month and day of a POINT_IN_TIME' })
  if (scope && !declaration.scope)
    refuse(['scope'], { zh: `${declaration.code} 没有统计范围`, en: `${declaration.code} has no scope` })
  if (
    part === 'DENOMINATOR' &&
    ('count' in declaration.measure || 'distinct' in declaration.measure || 'sum' in declaration.measure)
  )
    refuse(['part'], { zh: `${declaration.code} 没有分母`, en: `${declaration.code} has no denominator` })
  filter?.forEach(({ dimension }, index) => {
    if (!(dimension in declaration.dimensions))
      refuse(['filter', index], fill(REFUSALS.NO_DIMENSION, { code: declaration.code, dimension }))
  })
}

function checkRecords(records: RecordExport, indicators: readonly Declaration[], refuse: Refuse): void {
  if (!findRecordType(records.of))
    return refuse(['of'], { zh: `没有台账类型“${records.of}”`, en: `there is no record type "${records.of}"` })
  const checkPaths = (paths: string, place: YamlPath) => {
    for (const path of paths.split('|')) if (!leadsTo(records.of, path)) refuse(place, noField(records.of, path))
  }
  if (records.onePer) checkPaths(records.onePer, ['onePer'])
  records.columns.forEach((column, at) => {
    const place: YamlPath = ['columns', at]
    const { field, text, continent, bloc, sum, figure, years, count } = column
    for (const path of [field, text, continent, bloc?.country, bloc?.on, figure?.field, ...(years ?? []), count])
      if (path !== undefined) checkPaths(path, place)
    if (bloc && !BLOCS.some(({ id }) => id === bloc.id))
      refuse(place, { zh: `没有国家组织“${bloc.id}”`, en: `there is no bloc "${bloc.id}"` })
    if (sum) {
      for (const name of [sum.field, ...sum.on]) if (!leadsTo(sum.of, name)) refuse(place, noField(sum.of, name))
      for (const name of sum.on) checkPaths(name, place)
    }
    if (figure)
      checkQuestion({ ...figure, filter: [{ dimension: figure.dimension, in: [] }] }, indicators, (_path, words) =>
        refuse(place, words),
      )
  })
}

/** Whether a path of fields, each but the last a reference, leads to a field. */
function leadsTo(typeName: string, path: string): boolean {
  const [head, ...rest] = path.split('.') as [string, ...string[]]
  const field = findRecordType(typeName)?.fields.find(({ name }) => name === head)
  if (!field) return false
  return rest.length === 0 || (field.to !== undefined && leadsTo(field.to, rest.join('.')))
}

function noLine(number: string, edition: FormEdition): Words {
  return fill(REFUSALS.NO_LINE, { edition: edition.edition, number })
}

function noField(type: string, path: string): Words {
  return { zh: `${type} 没有字段“${path}”`, en: `${type} has no field "${path}"` }
}
