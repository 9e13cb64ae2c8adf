import { once } from '../../ground/once.ts'
import { holdsPersons } from '../../records/record-types.ts'
import type { Branch, Declaration, DimensionId } from './definition.ts'
import { branchesOf, setsOf } from './find-field.ts'
import type { PersonsByCategory } from './observe/rows.ts'
import { relatedIn } from './reads.ts'

/** The dimension by whose categories persons are counted: what their records share with the record that is counted. */
export const LINK: DimensionId = 'partner'

/**
 * Returns a declaration that counts the persons in the related records that conditions of an indicator ask for, as the stays with the
 * partner of an agreement; null if no such record names persons.
 */
export const linkedPersons = once((declaration: Declaration): Declaration | null => {
  const related = setsOf(declaration.set, declaration.measure).flatMap(({ set, also }) =>
    relatedIn([branchesOf(set), set.where ?? [], also]),
  )
  const union = related
    .filter(({ of }) => holdsPersons(of))
    .map(({ of, on, where = [], time }): Branch => ({ of, where, time, as: { link: Object.keys(on) } }))
  if (union.length === 0) return null
  const { scope: _, ...unscoped } = declaration
  return {
    ...unscoped,
    id: `${declaration.id}-linked`,
    base: [...new Set(union.map(({ of }) => of))],
    set: { union },
    measure: { distinct: 'persons' },
    dimensions: { [LINK]: 'link' },
  }
})

/**
 * Merges the persons in all related records with those by link. The sum over links stands beside the whole only if it is the same:
 * otherwise some persons have several links.
 */
export function joinLinked(whole: PersonsByCategory, byLink: PersonsByCategory): PersonsByCategory {
  const [persons = 0] = whole[''] ?? []
  const sum = Object.values(byLink).reduce((all, [own]) => all + own, 0)
  return { ...(sum === persons && byLink), '': [sum === persons ? (byLink['']?.[0] ?? 0) : 0, persons] }
}
