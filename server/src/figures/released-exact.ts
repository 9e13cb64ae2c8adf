import type { Cut } from './public-family.ts'
import type { Basis } from '@causeway/shared/period'
import { once } from '../ground/once.ts'
import type { Database } from '../ground/database/database.ts'
import { definitionHash } from './definition-hash.ts'
import type { Declaration } from './indicators/definition.ts'
import type { PeriodAnswer } from './indicators/observe/rows.ts'
import { Memory } from './memory.ts'
import { yearAlike } from './years-with-records.ts'
import { fromStoredAnswer, ReadCuts, writeCuts, type StoredAnswer, type StoredCuts } from './releases/released-cut.ts'
import type { Release } from './releases/release.ts'
import { readReleasedText } from './releases/released-text.ts'

const END = '\n'

/** With the hash of what they were counted by. */
export const writeExact = (declaration: Declaration, cuts: StoredCuts<StoredAnswer>): string =>
  `${definitionHash(declaration)}${END}${writeCuts(cuts)}`

interface Exact {
  definition: string
  cuts: ReadCuts<StoredAnswer>
}

const MOST_LETTERS_IN_MEMORY = 3_000_000
const memoryOf = once((_database: Database) => new Memory<Exact>(MOST_LETTERS_IN_MEMORY))

export interface StoredExact {
  answers: PeriodAnswer[]
  /** This build counts them by something else than they were counted by. */
  isOfOther: boolean
}

async function readExact(
  database: Database,
  { institution, id: release }: Pick<Release, 'institution' | 'id'>,
  declaration: Declaration,
  basis: Basis,
): Promise<Exact | null> {
  const memory = memoryOf(database)
  const name = JSON.stringify([institution, release, declaration.id, basis])
  const known = memory.get(name)
  if (known) return known
  const of = { institution, release, indicator: declaration.id, basis }
  const text = await readReleasedText(database.quick, of, 'exact')
  if (text === null) return null
  const end = text.indexOf(END)
  const exact = { definition: text.slice(0, end), cuts: new ReadCuts<StoredAnswer>(text.slice(end + END.length)) }
  memory.set(name, exact, text.length)
  return exact
}

/** All that was stored exactly of an indicator on a basis with a release. Null: nothing. */
export async function readExactCuts(
  ...[database, release, declaration, basis]: Parameters<typeof readExact>
): Promise<{ cuts: ReadCuts<StoredAnswer>; isOfOther: boolean } | null> {
  const exact = await readExact(database, release, declaration, basis)
  return exact && { cuts: exact.cuts, isOfOther: exact.definition !== definitionHash(declaration) }
}

/** The exact answers that were stored with a release. Null: these were not. */
export async function readStoredExact(
  database: Database,
  release: Pick<Release, 'institution' | 'id'>,
  {
    declaration,
    basis,
    scope,
    by,
    from,
    to,
  }: Cut & { declaration: Declaration; basis: Basis; from: number; to: number },
): Promise<StoredExact | null> {
  const exact = await readExact(database, release, declaration, basis)
  const cut = exact?.cuts.get(scope, by)
  if (!exact || !cut || (cut.isCutOff && from < cut.first)) return null
  const answers: PeriodAnswer[] = []
  for (let year = from; year <= to; year++)
    answers.push(fromStoredAnswer(year, cut.years[yearAlike(cut, year) - cut.first]!))
  return { answers, isOfOther: exact.definition !== definitionHash(declaration) }
}
