import type { OnBasis } from '../../figures/public-family.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findChanged, hiddenDefinition } from '../../figures/hidden-cells.ts'
import { Memory } from '../../figures/memory.ts'
import type { ReleasedText } from '../../figures/releases/released-text.ts'
import type { Standing } from '../../figures/standing.ts'
import { once } from '../../ground/once.ts'
import type { Database } from '../../ground/database/database.ts'

/** What was counted for a release, by whatever made of it. */
export interface Counted {
  /** Hash of all that figures and what is hidden of them are made by. */
  definition: string
  revision: number
  texts: readonly ReleasedText[]
}

const MOST_LETTERS = 6_000_000
const memoryOf = once((_database: Database) => new Memory<Counted>(MOST_LETTERS))

const nameOf = ({ institution, epoch }: Standing) => `${epoch} ${institution}`

/** What this process counted last for a release of an institution, by what it counts by still. Null: nothing. */
export function lastCounted(causeway: Causeway, standing: Standing): Counted | null {
  const counted = memoryOf(causeway.database).get(nameOf(standing))
  return counted?.definition === hiddenDefinition(causeway) ? counted : null
}

export function rememberCounted(causeway: Causeway, standing: Standing, texts: readonly ReleasedText[]): void {
  const letters = texts.reduce((sum, { figures, exact }) => sum + figures.length + exact.length, 0)
  const counted = { definition: hiddenDefinition(causeway), revision: standing.revision, texts }
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
