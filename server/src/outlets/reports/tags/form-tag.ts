import type { Causeway } from '../../../figures/causeway.ts'
import { listForms } from '../../../figures/forms/find-form.ts'
import { findNearest } from '../../../ground/nearest.ts'
import { FACETS, isWith, problem, WITH, type Facet, type FigureTag, type ReportTag, type TagProblem } from './kinds.ts'
import { facets, modifiers, tidy, wordOf } from './spoken.ts'

const FORM_TAG = /^form:\s*([^/\s]+)\/([^/\s]+)\/([^/\s]+)((?:\s+\S+)*)$/i

/**
 * `form:international-influence/2022/6`: the line of an official table that an indicator fills, on the basis and scope of the line;
 * after a blank `previous` and a facet. Null: no tag of a form.
 */
export function parseFormTag(
  text: string,
  causeway: Pick<Causeway, 'indicators' | 'ownForms'>,
): ReportTag | TagProblem | null {
  const name = tidy(text).replace(/^报表\s*[:：]?/, 'form:')
  if (!/^form:/i.test(name)) return null
  const [, id = '', editionName = '', number = '', rest = ''] = FORM_TAG.exec(name) ?? []
  if (id === '')
    return problem(
      '报表指标项写作 form:报表/版式/序号，如 form:international-influence/2022/6',
      'a line of a table is written form:ID/EDITION/LINE, as in form:international-influence/2022/6',
    )
  const forms = listForms(causeway)
  const form = forms.find((one) => one.id === id.toLowerCase())
  const edition = form?.editions.find((one) => one.edition === editionName)
  const line = edition?.lines.find((one) => one.number === number)
  if (!line) {
    const known = edition
      ? edition.lines.map((one) => one.number)
      : (form?.editions.map((one) => one.edition) ?? forms.map((one) => one.id))
    const near = form ? known : findNearest(id, known)
    return problem(
      `没有这样的报表指标项${near.length > 0 ? `；可用：${near.join('、')}` : ''}`,
      `there is no such line of a table${near.length > 0 ? `; there are ${near.join(', ')}` : ''}`,
    )
  }
  const declaration = causeway.indicators.find((one) => one.id === line.indicator || one.code === line.indicator)
  if (!declaration)
    return problem(
      '该指标项不由一个指标填写，不能写进报告',
      'no single indicator fills that line: it cannot be in a report',
    )
  const part: Facet = line.part === 'NUMERATOR' ? 'numerator' : line.part === 'DENOMINATOR' ? 'denominator' : 'value'
  let facet: Facet = part
  let back = 0 - (line.yearOffset ?? 0)
  const more: Partial<FigureTag> = {}
  for (const said of rest.toLowerCase().split(' ').filter(Boolean)) {
    const word = wordOf(said, facets, modifiers)
    const found = FACETS.find((one) => one === word)
    const before = /^previous(\d?)$/.exec(word)
    if (before) back += Number(before[1] || 1)
    else if (isWith(word)) more[WITH[word]] = true
    else if (!found) return problem(`不认识“${word}”`, `${word} is not known`)
    else facet = found === 'value' || found === 'number' ? (part === 'value' ? found : part) : found
  }
  return {
    is: 'figure',
    figure: {
      declaration,
      ...{ basis: line.basis, at: line.at, scope: line.scope, filter: line.filter },
      back,
      facet,
      ...more,
      ofForm: true,
    },
  }
}

/** A tag that opens a loop through the lines of an official table: `form:ID/EDITION`. Null: it opens no such loop. */
export function parseFormLoop(
  text: string,
  causeway: Pick<Causeway, 'ownForms' | 'indicators'>,
): ReportTag | TagProblem | null {
  const forms = listForms(causeway)
  const said = tidy(text).replace(/^报表\s*[:：]?/, 'form:')
  const named = forms.find(({ name }) => tidy(name.zh).replaceAll(/[《》]/g, '') === said.replace(/^form:\s*/i, ''))
  if (named) {
    const written = `${named.id}/${named.editions.at(-1)!.edition}`
    return problem(`报表须写明版式，是否想用 报表:${written}`, `a table names its edition; perhaps form:${written}`)
  }
  const [, id = '', editionName = ''] = FORM_LOOP.exec(said) ?? []
  if (id === '') return null
  const form = forms.find((one) => one.id === id.toLowerCase())
  const edition = form?.editions.find((one) => one.edition === editionName)
  if (edition) return { is: 'lines', form: form!.id, edition }
  const known = form ? form.editions.map((one) => one.edition) : forms.map((one) => one.id)
  return problem(
    `没有这样的报表；可用：${known.join('、')}`,
    `there is no such official table; there are ${known.join(', ')}`,
  )
}

const FORM_LOOP = /^form:\s*([^/\s]+)\/([^/\s]+)$/i
