import { disclosureClass } from '@causeway/server/figures/disclosure/disclosure-class'
import { findIndicator } from '@causeway/server/figures/check-request'
import { listForms } from '@causeway/server/figures/forms/find-form'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import type { FigureQuestion, FormLine } from '@causeway/server/figures/indicators/form-line'
import { holdsPersons } from '@causeway/server/records/record-types'
import type { Ask, Cut } from './collect.ts'
import type { Wanted } from './everything.ts'
import { nameOf, type Relation } from './system.ts'

/** What a line of an official table says of figures: a sum of them. */
export interface Statement {
  outlet: string
  terms: Relation['terms']
  sum: number
  /** The table was published as the law demands: its numbers are exact, and known to everybody. */
  isOfficial: boolean
}

interface Filled {
  edition: string
  publishedOn: string | null
  lines: { number: string; value: number | null; last: { value: number | null } }[]
}

/** What the lines of all official tables say to anybody, with those of the year before beside them: all, however few other answers are asked for. */
export async function readStatements(ask: Ask, wanted: Wanted): Promise<Statement[]> {
  const { institution, years, release, indicators } = wanted
  const statements: Statement[] = []
  const [from, to] = years
  for (const form of listForms({ indicators })) {
    const editions = form.editions.filter(({ records }) => !records)
    if (editions.length === 0) continue
    for (let year = from; year <= to; year++) {
      const more = release ? ` release: "${release}"` : ''
      const { data, errors } = await ask(
        `{ formEditions(id: "${form.id}" institution: "${institution}" year: ${year}${more}) { edition publishedOn lines { number value last { value } } } }`,
      )
      if (errors) throw new Error(JSON.stringify(errors))
      for (const filled of (data as { formEditions: Filled[] }).formEditions) {
        const edition = editions.find((one) => one.edition === filled.edition)
        for (const { number, value, last } of filled.lines) {
          const line = edition?.lines.find((one) => one.number === number)
          if (!line) continue
          for (const [at, said] of [
            [year, value],
            [year - 1, last.value],
          ] as const) {
            if (said === null) continue
            const of = sumOf(indicators, line, at, said)
            const outlet = `${form.id} ${filled.edition} of ${at}, line ${number}`
            if (of) statements.push({ ...of, outlet, isOfficial: filled.publishedOn !== null })
          }
        }
      }
    }
  }
  return statements
}

/** A line as an equation; null: it is of things, of a mean, or of what nobody may ask. */
function sumOf(
  indicators: readonly Declaration[],
  line: FormLine,
  year: number,
  value: number,
): Pick<Statement, 'terms' | 'sum'> | null {
  const { indicator, minus, plus, over } = line
  const operands = minus ?? plus ?? over
  const sides = (operands ? [operands.a, operands.b] : [{ ...line, indicator: indicator! }]).map((one) =>
    indicators.some(({ id, code }) => id === one.indicator || code === one.indicator)
      ? sideOf(indicators, one, year)
      : null,
  )
  if (sides.includes(null)) return null
  const [a, b] = sides as [Side, Side]
  if (!operands) return 'name' in a ? { terms: [[a.name, 1]], sum: value } : shareOf(a.over, a.under, value)
  if (!('name' in a) || !('name' in b)) return null
  if (over) return shareOf(a.name, b.name, value)
  return { terms: [[a.name, 1], [b.name, minus ? -1 : 1]], sum: value } // prettier-ignore
}

const shareOf = (over: string, under: string, share: number): Pick<Statement, 'terms' | 'sum'> => ({
  terms: [
    [over, 100],
    [under, -share],
  ],
  sum: 0,
})

type Side = { name: string } | { over: string; under: string }

function sideOf(indicators: readonly Declaration[], question: FigureQuestion, year: number): Side | null {
  const declaration = findIndicator({ indicators }, question.indicator)
  const { filter = [], part } = question
  const kind = disclosureClass(declaration, holdsPersons)
  if (kind === 'things' || filter.length > 1 || (filter[0]?.in.length ?? 1) > 1) return null
  const cut: Cut = {
    declaration,
    basis: question.basis ?? declaration.bases[0]!,
    scope: declaration.scope ? (question.scope ?? declaration.scope.default) : null,
    by: (filter[0]?.dimension ?? null) as Cut['by'],
  }
  const name = (layer: 'v' | 'n' | 'd') =>
    nameOf(cut, year + (question.yearOffset ?? 0), filter[0]?.in[0] ?? null, layer)
  if (part) return kind === 'rate' ? { name: name(part === 'NUMERATOR' ? 'n' : 'd') } : null
  if (kind === 'rate') return { over: name('n'), under: name('d') }
  return kind === 'mean' ? null : { name: name('v') }
}
