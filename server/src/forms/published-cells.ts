import { DEFAULT_AT, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Causeway } from '../causeway.ts'
import type { Declaration } from '../indicators/definition.ts'
import { listRecords } from '../records/list-records.ts'
import { listForms, type FigureQuestion, type FormLine } from './form-definition.ts'

/** A figure that a table published by law gives to everybody, exact, or one side of it. */
export interface PublishedCell {
  basis: Basis
  year: number
  scope: Scope | null
  /** Null: the whole. */
  dimension: string | null
  category: string | null
  /** False: one side of it alone. */
  whole: boolean
}

const MOST_PUBLICATIONS = 5000

/**
 * The figures of an indicator that published tables of an institution give away: whole where they are the value of a line, or both
 * of their sides are. A line that gives something made from two figures is not among them.
 *
 * @param dataDate a publication counts once it has reached it
 */
export async function readPublishedCells(
  causeway: Pick<Causeway, 'database' | 'indicators' | 'ownForms'>,
  institution: string,
  dataDate: string | null,
  declaration: Declaration,
): Promise<PublishedCell[]> {
  const { records } = await listRecords(causeway.database, {
    type: 'form-publication',
    institution,
    first: MOST_PUBLICATIONS,
  })
  const published = records.filter(({ values }) => String(values['published_on']) <= (dataDate ?? ''))
  if (published.length === 0) return []
  const forms = listForms(causeway)
  const cells = new Map<string, { cell: PublishedCell; parts: Set<string> }>()
  for (const { values } of published) {
    const edition = forms
      .find(({ id }) => id === values['form'])
      ?.editions.find((one) => one.edition === values['edition'])
    for (const line of edition?.lines ?? []) {
      const cell = cellOf(line, declaration, Number(values['year']))
      if (!cell) continue
      const key = JSON.stringify(cell)
      const known = cells.get(key) ?? { cell, parts: new Set<string>() }
      known.parts.add(line.part ?? 'VALUE')
      cells.set(key, known)
    }
  }
  return [...cells.values()].map(({ cell, parts }) => ({ ...cell, whole: parts.has('VALUE') || parts.size === 2 }))
}

function cellOf(line: FormLine, declaration: Declaration, year: number): PublishedCell | null {
  const { indicator, at, filter = [] } = line
  if (indicator !== declaration.id && indicator !== declaration.code) return null
  if ((at ?? DEFAULT_AT) !== DEFAULT_AT || filter.length > 1 || (filter[0]?.in.length ?? 1) > 1) return null
  return {
    basis: line.basis ?? declaration.bases[0]!,
    year: year + (line.yearOffset ?? 0),
    scope: scopeOf(line, declaration),
    dimension: filter[0]?.dimension ?? null,
    category: filter[0]?.in[0] ?? null,
    whole: false,
  }
}

function scopeOf({ scope }: Pick<FigureQuestion, 'scope'>, declaration: Declaration): Scope | null {
  return declaration.scope ? (scope ?? declaration.scope.default) : null
}
