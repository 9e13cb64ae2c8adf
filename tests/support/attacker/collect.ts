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
  /** The release that it is of, where that is not the one that was asked for; null: one that was withdrawn, so that it is hidden. */
  stayed?: string | null
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

const FIGURES =
  'stayed(locale: EN) figures { period { year end label(locale: EN) } category { key } value numerator denominator size leftOut gap }'
const AT_ONCE = 6

/** Asks for the whole family over GraphQL, as the asker of `ask`. */
export async function collect(
  ask: Ask,
  institution: string,
  indicators: readonly Declaration[],
  [from, to]: readonly [number, number],
  release: string | null = null,
): Promise<Map<string, SeenAt>> {
  const world = new Map<string, SeenAt>()
  for (const declaration of indicators) {
    const cuts = publicCuts(declaration)
    for (let at = 0; at < cuts.length; at += AT_ONCE) {
      const some = cuts.slice(at, at + AT_ONCE)
      const fields = some.map(({ basis, scope, by }, index) => {
        const given = [scope && `scope: ${scope}`, by && `by: "${by}"`, release && `release: "${release}"`]
        const more = given.filter(Boolean).join(' ')
        return `s${index}: series(institution: "${institution}" basis: ${basis} from: ${from} to: ${to} ${more}) { ${FIGURES} }`
      })
      const { data, errors } = await ask(`{ indicator(id: "${declaration.id}") { ${fields.join('\n')} } }`)
      if (errors) throw new Error(JSON.stringify(errors))
      for (const [index, cut] of some.entries()) {
        const { figures, stayed } = (data as Answer).indicator[`s${index}`]!
        for (const { period, category, ...figure } of figures) {
          const of = stayed === null ? undefined : releaseIn(stayed, period.label)
          const at = { ...cut, year: period.year, end: period.end, ...(of !== undefined && { stayed: of }) }
          const seen = { ...at, category: category?.key ?? null, figure }
          world.set(placeOf(cut, seen.year, seen.category), seen)
        }
      }
    }
  }
  return world
}

/** Which release a sentence names for a period; undefined: it does not speak of it. */
function releaseIn(stayed: string, label: string): string | null | undefined {
  const [, name] = new RegExp(`(?:: |; )${label} \\(release ([^)]*)\\)`).exec(stayed) ?? []
  if (name !== undefined) return name
  const hidden = stayed.split('who they are: ')[1]?.split('. ')[0]
  return hidden?.split('; ').includes(label) ? null : undefined
}

interface Answer {
  indicator: Record<
    string,
    {
      stayed: string | null
      figures: (Seen & { period: { year: number; end: string; label: string }; category: { key: string } | null })[]
    }
  >
}
