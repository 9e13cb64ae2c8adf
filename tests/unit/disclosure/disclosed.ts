import { discloseFamily } from '@causeway/server/figures/disclosure/disclose'
import type { FigureTable } from '@causeway/server/figures/disclosure/family'
import { holdsPersons } from './declarations.ts'
import { family } from './family-builder.ts'

export function disclose(declaration: Parameters<typeof discloseFamily>[0], tables: FigureTable[]): FigureTable[] {
  return discloseFamily(declaration, family(tables), holdsPersons)
}

/** `null` where a figure is hidden. */
export function shownOf(
  tables: FigureTable[],
  dimension: string | null,
  scope: string | null = null,
): Record<string, number | null> {
  const found = tables.find((one) => one.dimension === dimension && one.scope === scope)!
  return Object.fromEntries(found.figures.map((figure) => [figure.category ?? 'total', figure.value]))
}
