import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Database } from '../../ground/database/database.ts'
import type { Declaration } from '../indicators/definition.ts'
import { listRecords } from '../../records/list-records.ts'
import type { FigureQuestion, FormLine } from '../indicators/form-line.ts'
import { listForms, type Declared } from './find-form.ts'

/** A figure of which a table published by law tells everybody something exact. */
export interface PublishedCell {
  basis: Basis
  year: number
  scope: Scope | null
  /** Null: the whole. */
  dimension: string | null
  category: string | null
  /** False: one side of it alone, or something that is made from it and another. */
  whole: boolean
}

const MOST_PUBLICATIONS = 5000

/**
 * The figures that published tables of an institution tell of, asked for by indicator: whole where they are the value of a line, or
 * both of their sides are.
 *
 * @param dataDate a publication counts once it has reached it
 */
export async function readPublishedCells(
  causeway: Declared & { database: Database },
  institution: string,
  dataDate: string | null,
): Promise<(declaration: Declaration) => PublishedCell[]> {
  const { records } = await listRecords(causeway.database, {
    type: 'form-publication',
    institution,
    first: MOST_PUBLICATIONS,
  })
  const published = records.filter(({ values }) => String(values['published_on']) <= (dataDate ?? ''))
  if (published.length === 0) return () => []
  const forms = listForms(causeway)
  const said = published.flatMap(({ values }) => {
    const form = forms.find(({ id }) => id === values['form'])
    const edition = form?.editions.find((one) => one.edition === values['edition'])
    const year = Number(values['year'])
    return (edition?.lines ?? []).flatMap(givenBy).map((one) => ({ ...one, year }))
  })
  return (declaration) => cellsIn(said, declaration)
}

function cellsIn(said: readonly (Said & { year: number })[], declaration: Declaration): PublishedCell[] {
  const cells = new Map<string, { cell: PublishedCell; parts: Set<Given> }>()
  for (const { question, given, year } of said) {
    const cell = cellOf(question, declaration, year)
    if (!cell) continue
    const key = JSON.stringify(cell)
    const known = cells.get(key) ?? { cell, parts: new Set<Given>() }
    known.parts.add(given)
    cells.set(key, known)
  }
  return [...cells.values()].map(({ cell, parts }) => ({
    ...cell,
    whole: parts.has('VALUE') || (parts.has('NUMERATOR') && parts.has('DENOMINATOR')),
  }))
}

type Given = 'VALUE' | 'NUMERATOR' | 'DENOMINATOR' | 'MADE_FROM'

interface Said {
  question: Partial<FigureQuestion>
  given: Given
}

/** The figures of a line, with what it tells of each. */
function givenBy({ minus, plus, over, ...line }: FormLine): Said[] {
  const operands = minus ?? plus ?? over
  if (!operands) return [{ question: line, given: line.part ?? 'VALUE' }]
  return [operands.a, operands.b].map((question) => ({ question, given: 'MADE_FROM' }))
}

function cellOf(question: Partial<FigureQuestion>, declaration: Declaration, year: number): PublishedCell | null {
  const { indicator, at, filter = [] } = question
  if (indicator !== declaration.id && indicator !== declaration.code) return null
  if ((at ?? DEFAULT_AT) !== DEFAULT_AT || filter.length > 1 || (filter[0]?.in.length ?? 1) > 1) return null
  return {
    basis: question.basis ?? declaration.bases[0]!,
    year: year + (question.yearOffset ?? 0),
    scope: scopeOf(question, declaration),
    dimension: filter[0]?.dimension ?? null,
    category: filter[0]?.in[0] ?? null,
    whole: false,
  }
}

function scopeOf({ scope }: Pick<FigureQuestion, 'scope'>, declaration: Declaration): Scope | null {
  return declaration.scope ? (scope ?? declaration.scope.default) : null
}
