import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Declaration } from '@causeway/server/figures/indicators/definition'

type Kept = Pick<Declaration, 'measure'> & Partial<Declaration>

/** A declaration: of school and calendar years, and of the record type that it counts, where nothing else is said. */
export function shape(code: string, kind: Declaration['kind'], kept: Kept): Declaration {
  const bases = kept.bases ?? ['SCHOOL_YEAR', 'CALENDAR_YEAR']
  return {
    ...{ code, kind, bases, id: `shape-${code.toLowerCase()}` },
    base: kept.set && 'of' in kept.set ? [kept.set.of] : [],
    name: { zh: code, en: code },
    definition: { zh: code, en: code },
    theme: 'SKILLS',
    unit: kind === 'RATIO' ? { zh: '%', en: '%' } : { zh: '个', en: 'number' },
    decimals: 0,
    betterWhen: null,
    version: 1,
    dimensions: {},
    lines: [],
    example: { words: { zh: '', en: '' }, records: {}, ask: { basis: bases[0]!, year: 2023 }, expect: 0 },
    ...kept,
  }
}

/** Declarations that use what the catalogue does not yet. */
export const SHAPES = (
  parse(readFileSync(join(import.meta.dirname, 'shapes.yaml'), 'utf8')) as (Kept & Pick<Declaration, 'id' | 'kind'>)[]
).map(({ id, kind, ...kept }) => shape(id, kind, kept))
