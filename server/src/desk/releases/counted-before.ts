import type { OnBasis } from '../../figures/public-family.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findChanged, hiddenDefinition } from '../../figures/hidden-cells.ts'
import { Memory } from '../../figures/memory.ts'
import type { Release } from '../../figures/releases/release.ts'
import type { ReleasedText } from '../../figures/releases/released-text.ts'
import type { Standing } from '../../figures/standing.ts'
import { once } from '../../ground/once.ts'
import type { Database } from '../../ground/database/database.ts'

/** What was counted for a release, by whatever made of it. */
export interface Counted {
  /** Hash of all that figures and what is hidden of them are made by. */
  definition: string
  /** Ids of the releases that anybody could read before. */
  earlier: readonly string[]
  revision: number
  texts: readonly ReleasedText[]
}

const MOST_LETTERS = 6_000_000
const memoryOf = once((_database: Database) => new Memory<Counted>(MOST_LETTERS))

const nameOf = ({ institution, epoch }: Standing) => `${epoch} ${institution}`

/** What this process counted last for a release of an institution, by what it counts by still. Null: nothing. */
export function lastCounted(causeway: Causeway, standing: Standing, earlier: readonly Release[]): Counted | null {
  const counted = memoryOf(causeway.database).get(nameOf(standing))
  if (counted?.definition !== hiddenDefinition(causeway)) return null
  // One that was made of what was counted tells nothing besides.
  const others = earlier.filter(({ revision }) => revision !== counted.revision)
  return others.length === counted.earlier.length && others.every(({ id }) => counted.earlier.includes(id))
    ? counted
    : null
}

export function rememberCounted(
  causeway: Causeway,
  standing: Standing,
  earlier: readonly Release[],
  texts: readonly ReleasedText[],
): void {
  const letters = texts.reduce((sum, { figures, exact }) => sum + figures.length + exact.length, 0)
  const before = earlier.map(({ id }) => id)
  const counted = { definition: hiddenDefinition(causeway), earlier: before, revision: standing.revision, texts }
  memoryOf(causeway.database).set(nameOf(standing), counted, letters)
}

/** Of indicators that hide by each other what was counted, where no change since can have altered any year of it. Null: one can. */
export async function stillTrue(
  causeway: Causeway,
  standing: Standing,
  some: readonly OnBasis[],
  { revision, texts }: Counted,
): Promise<ReleasedText[] | null> {
  if (revision > standing.revision) return null
  for (const one of some) if ((await findChanged(causeway, standing, one, revision)) !== null) return null
  const wanted = new Set(some.map(({ declaration, basis }) => `${declaration.id} ${basis}`))
  return texts.filter(({ indicator, basis }) => wanted.has(`${indicator} ${basis}`))
}
