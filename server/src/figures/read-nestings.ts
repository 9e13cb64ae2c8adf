import { UNKNOWN } from '@causeway/shared/unknown'
import type { Connection, Database } from '../ground/database/database.ts'
import { readFieldByCode } from '../records/record-names.ts'
import { recordTypeOf } from '../records/record-types.ts'
import type { Nesting } from './disclosure/family.ts'
import { fieldOf, type Declaration, type DimensionId } from './indicators/definition.ts'
import { dimensionField, thingOf } from './indicators/find-field.ts'
import { identityAt, type Standing } from './standing.ts'

/**
 * The dimensions of an indicator that lie inside each other: one is read from what the category of the other points to, as
 * `programme.department` from `programme`. Which is in which is public: every college prints its programmes by department.
 */
export async function readNestings(
  database: Database,
  db: Connection,
  standing: Standing,
  declaration: Declaration,
): Promise<Nesting[]> {
  const paths = (Object.keys(declaration.dimensions) as DimensionId[]).map((id) => ({
    id,
    path: fieldOf(declaration.dimensions[id]!, 'numerator'),
  }))
  const pairs = paths.flatMap((inner) =>
    paths.flatMap((outer) => {
      if (typeof inner.path !== 'string' || typeof outer.path !== 'string') return []
      if (!outer.path.startsWith(`${inner.path}.`)) return []
      return [{ inner: inner.id, outer: outer.id, field: outer.path.slice(inner.path.length + 1) }]
    }),
  )
  const mayDecide = pairs.length > 0 && standing.changedAt.has('same-as')
  const identity = mayDecide ? await identityAt(database, standing) : null
  return Promise.all(
    pairs.map(async ({ inner, outer, field }) => {
      const type = dimensionField(declaration, inner)!.to!
      const groups = standing.changedAt.has(type)
        ? await readFieldByCode(db, recordTypeOf(type), standing.institution, field)
        : new Map<string, string | null>()
      const thing = thingOf(declaration, outer)
      const outerOf = (category: string) => {
        const group = groups.get(category) ?? UNKNOWN
        return thing === null || !identity ? group : identity.canonical(thing, group)
      }
      return { inner, outer, outerOf }
    }),
  )
}
