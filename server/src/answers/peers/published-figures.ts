import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Causeway } from '../../figures/causeway.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { FIGURE_FACTOR } from '../../records/common-fields.ts'
import { listDifferences, type Definition } from './comparability.ts'
import type { PublishedEditions } from './edition-in-force.ts'
import type { PeerFigure } from './peer-figure.ts'
import type { PeerNames } from './peer-names.ts'
import { selectPeerFigures, type PeerFigureRow } from './store.ts'

/** What peers published of an indicator for a year, with what it is and whether it may be compared. */
export async function listPublished(
  { database }: Causeway,
  declaration: Declaration,
  { institution, year }: { institution: string | null; year: number },
): Promise<PeerFigureRow[]> {
  return selectPeerFigures(database.quick, { institution, names: [declaration.id, declaration.code], year })
}

export function toPeerFigure(
  row: PeerFigureRow,
  declaration: Declaration,
  wanted: Definition,
  editions: PublishedEditions,
  names: PeerNames,
): PeerFigure {
  const said = { basis: row.basis as Basis | null, scope: row.scope as Scope | null, edition: row.edition }
  const published = editions.describe(said)
  return {
    peer: row.peer,
    ...names.of(row.peer),
    status: statusOf(row),
    value: row.value === null ? null : row.value / FIGURE_FACTOR,
    gap: null,
    rate: declaration.unit.en === '%' ? toRate(row) : null,
    ...{ basis: published.basis, scope: published.scope, edition: row.edition, source: row.source, page: row.page },
    differences: listDifferences(wanted, published),
  }
}

const STATUSES = { blank: 'BLANK', none: 'NONE', dash: 'DASH' } as const

function statusOf({ value, status }: PeerFigureRow): PeerFigure['status'] {
  return value !== null ? 'PUBLISHED' : (STATUSES[status as keyof typeof STATUSES] ?? 'BLANK')
}

function toRate({ numerator: k, denominator: n }: PeerFigureRow): PeerFigure['rate'] {
  return k !== null && n !== null && n > 0 && k <= n ? { k, n } : null
}
