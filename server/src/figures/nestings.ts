import { UNKNOWN } from '@causeway/shared/unknown'
import type { Database } from '../ground/database/database.ts'
import type { Nesting } from './disclosure/family.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { thingOf } from './indicators/canonical-filters.ts'
import { dimensionField } from './indicators/dimension-field.ts'
import { fieldOf } from './indicators/side.ts'
import { readFieldByCode } from '../records/field-by-code.ts'
import { recordTypeOf } from '../records/record-types.ts'
import { identityAt } from './read-standing-now.ts'
import type { Standing } from './standing.ts'

/**
 * The dimensions of an indicator that lie inside each other: one is read from what the category of the other points to, as
 * `programme.department` from `programme`. Which lies in which is public: every college prints its programmes by department.
 */
export async function readNestings(
  database: Database,
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
  const identity = pairs.length === 0 ? null : await identityAt(database, standing)
  return Promise.all(
    pairs.map(async ({ inner, outer, field }) => {
      const type = dimensionField(declaration, inner)!.to!
      const groups = await readFieldByCode(database.quick, recordTypeOf(type), standing.institution, field)
      const thing = thingOf(declaration, outer)
      const outerOf = (category: string) => {
        const group = groups.get(category) ?? UNKNOWN
        return thing === null || !identity ? group : identity.canonical(thing, group)
      }
      return { inner, outer, outerOf }
    }),
  )
}
