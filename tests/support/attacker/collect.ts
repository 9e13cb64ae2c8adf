import type { Declaration, DimensionId } from '@causeway/server/figures/indicators/definition'
import { scopesOf } from '@causeway/server/figures/indicators/definition'
import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'

/** What an answer says of one figure. */
export interface Seen {
  value: number | null
  numerator: number | null
  denominator: number | null
  size: number | null
  leftOut: number | null
  gap: string | null
}

/** One table of an indicator: the whole on a basis in a scope, or one dimension. */
export interface Cut {
  declaration: Declaration
  basis: Basis
  scope: Scope | null
  by: DimensionId | null
}

/** A figure with the question that it answers. */
export interface SeenAt extends Cut {
  year: number
  /** Last day. */
  end: string
  /** Null: the whole. */
  category: string | null
  figure: Seen
}

/** Everything that somebody was answered, by its place. */
export type World = ReadonlyMap<string, SeenAt>

export type Ask = (query: string) => Promise<{ data: never; errors?: unknown }>

export const placeOf = (
  { declaration, basis, scope, by }: Pick<SeenAt, 'declaration' | 'basis' | 'scope' | 'by'>,
  year: number,
  category: string | null,
): string => [declaration.code, basis, scope ?? '', year, by ?? '', category ?? ''].join(' ')

/** What the public may ask of an indicator: wholes on every basis in every scope, each dimension on the first basis in its own scope. */
export function publicCuts(declaration: Declaration): Cut[] {
  const wholes = declaration.bases.flatMap((basis) =>
    scopesOf(declaration).map((scope): Cut => ({ declaration, basis, scope, by: null })),
  )
  const dimensions = Object.keys(declaration.dimensions) as DimensionId[]
  const first = { basis: declaration.bases[0]!, scope: declaration.scope?.default ?? null }
  return [...wholes, ...dimensions.map((by): Cut => ({ declaration, ...first, by }))]
}

const FIGURES = 'figures { period { year end } category { key } value numerator denominator size leftOut gap }'
const AT_ONCE = 6

/** Asks for the whole family over GraphQL, as the asker of `ask`. */
export async function collect(
  ask: Ask,
  institution: string,
  indicators: readonly Declaration[],
  [from, to]: readonly [number, number],
): Promise<World> {
  const world = new Map<string, SeenAt>()
  for (const declaration of indicators) {
    const cuts = publicCuts(declaration)
    for (let at = 0; at < cuts.length; at += AT_ONCE) {
      const some = cuts.slice(at, at + AT_ONCE)
      const fields = some.map(({ basis, scope, by }, index) => {
        const more = [scope && `scope: ${scope}`, by && `by: "${by}"`].filter(Boolean).join(' ')
        return `s${index}: series(institution: "${institution}" basis: ${basis} from: ${from} to: ${to} ${more}) { ${FIGURES} }`
      })
      const { data, errors } = await ask(`{ indicator(id: "${declaration.id}") { ${fields.join('\n')} } }`)
      if (errors) throw new Error(JSON.stringify(errors))
      for (const [index, cut] of some.entries()) {
        const { figures } = (data as Answer).indicator[`s${index}`]!
        for (const { period, category, ...figure } of figures) {
          const seen = { ...cut, year: period.year, end: period.end, category: category?.key ?? null, figure }
          world.set(placeOf(cut, seen.year, seen.category), seen)
        }
      }
    }
  }
  return world
}

interface Answer {
  indicator: Record<
    string,
    { figures: (Seen & { period: { year: number; end: string }; category: { key: string } | null })[] }
  >
}
