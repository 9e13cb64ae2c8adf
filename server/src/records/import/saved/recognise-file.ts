import { fill } from '@causeway/shared/words/words'
import type { Database } from '../../../ground/database/database.ts'
import type { ChosenReading } from '../columns/chosen-reading.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import { clearlyMeant, recogniseTypes, type RecognisedType } from './recognise-types.ts'
import type { TableHead } from '../sheets/table-heads.ts'
import { findFittingMappings, shareOf, type RecognisedSaved } from './fitting-mappings.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_RECOGNISED = 8
/** Of all heads, then and now: with fewer in common a file is another. */
const LEAST_ALIKE = 0.5

interface Recognised {
  /** The likeliest first: what the institution saved before all else. */
  types: RecognisedType[]
  /** The one that is clearly meant, or null. Throws `SEVERAL_MAPPINGS` where several saved mappings fit alike. */
  meant(): RecognisedType | null
}

/** What a file may be: by the mappings that the institution saved, those that ship, and its own headers. */
export async function recogniseFile(
  database: Database,
  institution: string | undefined,
  heads: TableHead[],
  chosen: ChosenReading,
): Promise<Recognised> {
  if (heads.length === 0) return { types: [], meant: () => null }
  const saved = institution === undefined ? [] : await findFittingMappings(database, institution, heads, chosen)
  const names = new Set(saved.map(({ mapping }) => mapping))
  const others = (await recogniseTypes(heads, chosen)).filter(({ mapping }) => !names.has(mapping ?? ''))
  return { types: [...saved, ...others].slice(0, MOST_RECOGNISED), meant: () => meantBy(saved, others) }
}

/** By the one saved mapping that fits, else by what else was recognised. */
function meantBy(saved: readonly RecognisedSaved[], others: RecognisedType[]): RecognisedType | null {
  const fitting = saved.filter(({ saved, sharePercent }) => saved.fits && sharePercent >= shareOf(LEAST_ALIKE, true))
  const exact = fitting.filter(({ saved: { added, gone } }) => added.length + gone.length === 0)
  const [first, second] = exact.length > 0 ? exact : fitting
  if (!first) return clearlyMeant(others)
  if (!second) return first
  const names = (exact.length > 0 ? exact : fitting).map(({ mapping }) => mapping)
  const some = names.slice(0, MOST_RECOGNISED)
  const more = names.length > some.length
  throw new ImportRefused(
    'SEVERAL_MAPPINGS',
    fill(REFUSALS.SEVERAL_MAPPINGS, {
      namesZh: some.map((name) => `“${name}”`).join('、') + (more ? '等' : ''),
      namesEn: some.map((name) => `"${name}"`).join(', ') + (more ? ' …' : ''),
    }),
  )
}
