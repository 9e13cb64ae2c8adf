import { dayWords } from '@causeway/shared/day'
import { gapWords } from '@causeway/shared/format-figure'
import { fill, type Words } from '@causeway/shared/words/words'
import { allOf } from '../../figures/indicators/formula/join-words.ts'
import type { Base } from '../../figures/indicators/definition.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { State } from './state.ts'
import { totalOf } from './tally.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** Why a value has no number, from its records. */
export function gapReason(state: State): Words {
  const { figure, question, window, home } = state
  if (figure.gap === 'NO_RECORDS') {
    if (!window)
      return home.dataDate === null
        ? { zh: '尚未导入任何数据', en: 'nothing has been imported yet' }
        : {
            zh: `该时段在数据日期（${dayWords(home.dataDate, 'ZH')}）之后才开始`,
            en: `the period begins after the data date (${dayWords(home.dataDate, 'EN')})`,
          }
    const missing = question.declaration.base.filter((_, index) => !state.covered[index])
    const names = allOf(missing.map(baseWords))
    return fill(REFUSALS.NOT_REPORTED, { namesZh: names.zh, namesEn: names.en })
  }
  return notApplicable(state) ?? gapWords[figure.gap!].meaning
}

/** The record type, and what its records must be: a stay abroad, of staff. */
function baseWords(base: Base): Words {
  const { label, fields } = recordTypeOf(typeof base === 'string' ? base : base.of)
  const conds = typeof base === 'string' ? [] : base.where
  const narrowed = conds.flatMap((cond) => {
    if (!('in' in cond)) return []
    const choices = fields.find(({ name }) => name === cond.field)?.choices ?? []
    return choices.filter(({ key }) => cond.in.includes(key)).map((choice) => choice.label)
  })
  const isNarrowed = narrowed.length > 0
  return {
    zh: `“${label.zh}”${isNarrowed ? `（${narrowed.map(({ zh }) => zh).join('、')}）` : ''}`,
    en: `"${label.en.toLowerCase()}"${isNarrowed ? ` (${narrowed.map(({ en }) => en).join(', ')})` : ''}`,
  }
}

function notApplicable({ question, tallies, rows }: State): Words | null {
  const { measure } = question.declaration
  const under = tallies.find(({ rule }) => rule.side === 'DENOMINATOR')
  if (under && under.items.size === 0)
    return { zh: '没有可供计算的对象，分母为空', en: 'there is nothing to divide by' }
  const scales = [...new Set(rows.numerator.flatMap(({ scale }) => (scale === null ? [] : [readable(scale)])))].sort()
  if (('mean' in measure || 'pairs' in measure) && scales.length > 1)
    return fill(REFUSALS.SEVERAL_SCALES, { scalesZh: scales.join('、'), scalesEn: scales.join(', ') })
  if (under && totalOf(under) === 0) return { zh: '分母为0', en: 'the denominator is 0' }
  const hasGroups = rows.numerator.some(({ owner, type, key }) => owner === `${type}/${key}`)
  if (!hasGroups) return null
  return 'median' in measure
    ? { zh: '其中有只报人数的汇总行，求不出中位数', en: 'some rows are of groups, of which no median can be known' }
    : REFUSALS.HAS_GROUPS
}

/** Parts of a scale are behind each other with a control character between them. */
function readable(scale: string): string {
  return scale
    .split('\u001f')
    .filter((text) => text !== '')
    .join(' ')
}
