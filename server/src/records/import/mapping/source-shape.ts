import { remember } from '../../../ground/kept.ts'
import { fill } from '@causeway/shared/words/words'
import type { Field } from '../../record-type.ts'
import { foldValue } from '../sheets/file-columns.ts'
import { countryAtStart, restAfterCountry } from '../cells/country-within.ts'
import { eitherWidth } from '../cells/either-width.ts'
import type { Source } from './mapping.ts'
import type { CellStyle } from '../cells/parse-cell.ts'
import { compilePattern } from '../ground/pattern.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { takeNumber } from './source-values.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What becomes of the text on its way: split, removed, extracted, looked up, its number taken. Null: nothing. */
export function compileShape(
  source: Source,
  field: Field,
  style: CellStyle,
): ((text: string) => string | CellProblem) | null {
  const { number, otherwise, place } = source
  const split = source.split && { by: eitherWidth(source.split.by), part: source.split.part }
  const extract = source.extract === undefined ? null : compilePattern(source.extract)
  const remove = source.remove === undefined ? null : compilePattern(source.remove)
  const values =
    source.values && new Map(Object.entries(source.values).map(([from, to]) => [foldValue(from), String(to)]))
  const cases = source.cases?.map((one) => ({ pattern: compilePattern(one.matches), value: String(one.value) }))
  if (!split && !extract && !place && !remove && !values && !cases && !number && otherwise === undefined) return null
  const fallback = otherwise === undefined ? null : String(otherwise)
  return remember((whole) => {
    let text = whole
    if (split) text = (text.split(split.by).at(split.part > 0 ? split.part - 1 : split.part) ?? '').trim()
    if (remove) {
      const match = remove.match(text)
      if (match) text = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim()
    }
    if (extract && text !== '') {
      const match = extract.match(text)
      if (!match) return fallback ?? noMatch(source.extract!)
      text = (match[1] ?? match[0]).trim()
    }
    // Where there is no country, the field says what is wrong with the text.
    if (place) text = (place === 'country' ? countryAtStart(text) : restAfterCountry(text)) || text
    const value = values?.get(foldValue(text))
    if (value !== undefined) return value
    for (const { pattern, value: template } of cases ?? []) {
      const match = pattern.match(text)
      if (match) return template.replaceAll(/\$([1-9])/g, (_, group: string) => match[Number(group)] ?? '')
    }
    if (fallback !== null && (values || cases || text === '')) return fallback
    return number ? takeNumber(text, field, style.decimalComma) : text
  })
}

function noMatch(pattern: string): CellProblem {
  return new CellProblem('NO_MATCH', fill(REFUSALS.NO_MATCH, { pattern }))
}
