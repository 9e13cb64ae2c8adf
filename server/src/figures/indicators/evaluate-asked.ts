import type { Kysely } from 'kysely'
import type { Tables } from '../../ground/database/database.ts'
import { once } from '../../ground/once.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { toAsked, type AskedOf } from './asked-periods.ts'
import type { Asked, Sql } from './compile/compilation.ts'
import type { CompiledFilter, Dimension } from './compile/dimensions.ts'
import type { Cut } from './compile/members.ts'
import type { Declaration, DimensionId, Measure, PartName } from './definition.ts'
import { rowsOnce, type SharedReads } from './evaluate-shared.ts'
import { canonicalFilters, countedTypes, zeroTypes } from './find-field.ts'
import { readsOf } from './reads.ts'

export interface Evaluation extends AskedOf {
  declaration: Declaration
  by?: DimensionId | null
  across?: DimensionId | null
  filters?: CompiledFilter[]
  /** Absent where nothing else is evaluated beside it. */
  shared?: SharedReads
}

/** What the statements of an evaluation are compiled for; filters name what represents what they said. */
export interface Settled {
  declaration: Declaration
  asked: Asked
  cut: Omit<Cut, 'scope'>
  /** A count has no denominator. */
  parts: PartName[]
  cumulative: boolean
  /** A scope acts: asked, or the declaration's own. */
  acts: boolean
}

export async function settle(db: Kysely<Tables>, given: Evaluation): Promise<Settled> {
  const { declaration, by = null, across = null, filters = [], cumulativeFrom = null, scope, shared } = given
  const asked = toAsked(given)
  const cut = { by: toDimension(declaration, by), across: toDimension(declaration, across), filters }
  const settled: Settled = {
    ...{ declaration, asked, cut },
    parts: isDivided(declaration.measure) ? ['numerator', 'denominator'] : ['numerator'],
    cumulative: cumulativeFrom !== null || declaration.kind === 'CUMULATIVE',
    acts: declaration.scope !== undefined && scope !== null,
  }
  if (asked.periods.length === 0) return settled
  const identity = shared ? shared.identity : await readIdentity(db, asked.institution, asked.revision)
  if (identity === null) return settled
  const canonical = { ...cut, filters: canonicalFilters(identity, declaration, filters) }
  return { ...settled, cut: canonical, asked: { ...asked, identity } }
}

export const toDimension = ({ dimensions }: Declaration, id: DimensionId | null): Dimension | null =>
  id && { dimension: id, side: dimensions[id]! }

export function isDivided(measure: Measure): boolean {
  return !('count' in measure || 'distinct' in measure || 'sum' in measure)
}

/** Rows of a statement of the evaluation, which is asked alone, or together with the same of other institutions. */
export async function read<Row>(
  db: Kysely<Tables>,
  { shared }: Pick<Evaluation, 'shared'>,
  { declaration, asked, cut, cumulative }: Settled,
  what: 'counted' | 'covered' | 'left-out' | 'placed',
  statement: (asked: Asked) => Sql,
): Promise<Row[]> {
  if (!shared?.together) return rowsOnce(db, shared?.said, statement(asked))
  const { together, types } = shared
  if (types && !rowTypes(declaration)[what === 'covered' ? 'covering' : 'counted'].some((type) => types.has(type)))
    return []
  const dimensions = (cut.each ?? [cut.by]).map((it) => it?.dimension ?? '')
  const name = [what, declaration.id, asked.scope, asked.cohorts, cumulative, cut.each !== undefined, ...dimensions]
  return together.read(name.join(' '), declaration, asked, statement)
}

/** Where there is no record of any of these, statements have no rows. */
const rowTypes = once((declaration: Declaration) => {
  const bases = declaration.base.map((base) => (typeof base === 'string' ? base : base.of))
  const counted = 'weighted' in declaration.measure ? readsOf(declaration) : countedTypes(declaration)
  const zero = zeroTypes(declaration).map(({ of }) => of)
  return { counted: [...counted, ...bases], covering: [...bases, ...zero, 'nothing-to-report'] }
})

export const nameOf = ({ declaration: { id, version }, basis, besides = [], from, to }: Evaluation): string =>
  `${id}@${version} ${[basis, ...besides].join()} ${from} ${to}`
