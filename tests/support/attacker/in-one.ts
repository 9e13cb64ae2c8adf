import { fieldOf, scopesOf, type DimensionId, type Side } from '@causeway/server/figures/indicators/definition'
import { inOrder } from '@causeway/server/figures/indicators/same-count'
import { isInBloc } from '@causeway/server/ground/reference/blocs'
import { countryOf, placesOutside } from '@causeway/server/ground/reference/countries'
import { toDay } from '@causeway/shared/day'
import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import { type SeenAt, type World } from './collect.ts'
import { nameOf, type Layer, type System } from './system.ts'

/** What is inside what, as everybody can look it up: of a category of the inner dimension the one of the outer. */
export interface Nested {
  inner: DimensionId
  outer: DimensionId
  outerOf: ReadonlyMap<string, string>
}

const NUMERATOR: Layer[] = ['v', 's', 'n', 'r']

/** What the tables of one indicator on one basis in one year say of each other. */
export function addWithinTables(system: System, world: World, home: string, nested: readonly Nested[]): void {
  const years = Map.groupBy(world.values(), ({ declaration, basis, year }) => `${declaration.code} ${basis} ${year}`)
  for (const seen of years.values()) {
    const tables = new Tables(system, seen, home)
    tables.addDimensions()
    tables.addCountries()
    for (const one of nested) tables.addNested(one)
    tables.addScopes()
  }
}

class Tables {
  readonly #system: System
  readonly #first: SeenAt
  readonly #home: string
  readonly #categories: ReadonlyMap<DimensionId | null, string[]>
  readonly #usual

  constructor(system: System, seen: readonly SeenAt[], home: string) {
    this.#system = system
    this.#first = seen[0]!
    this.#home = home
    const byDimension = Map.groupBy(
      seen.filter(({ category }) => category !== null),
      ({ by }) => by,
    )
    this.#categories = new Map([...byDimension].map(([by, all]) => [by, all.map(({ category }) => category!)]))
    this.#usual = this.#first.declaration.scope?.default ?? null
  }

  addDimensions(): void {
    for (const [by, categories] of this.#categories)
      for (const layer of NUMERATOR.concat('d')) {
        const whole = this.#name(null, null, layer)
        const parts = categories.map((category) => this.#name(by, category, layer))
        if (this.#isWholeIn(by!, layer))
          for (const part of parts)
            this.#system.add([
              [whole, 1],
              [part, -1],
            ])
        else if (by === 'bloc') for (const part of parts) this.#system.addAtMost(part, [whole])
        // Anyone who is of somewhere abroad is on no continent.
        else if (by === 'continent' && this.#isOfCountry('continent') && this.#has('country', FOREIGN))
          this.#system.addParts(whole, [...parts, this.#name('country', FOREIGN, layer)])
        else this.#system.addParts(whole, parts)
      }
  }

  /** Countries of continents and blocs. */
  addCountries(): void {
    const countries = this.#categories.get('country') ?? []
    const day = toDay(this.#first.end)
    for (const group of ['continent', 'bloc'] as const) {
      if (!this.#isOfCountry(group)) continue
      for (const category of this.#categories.get(group) ?? []) {
        const inside = countries.filter((country) =>
          group === 'bloc'
            ? isInBloc(category, country, day)
            : (country === UNKNOWN ? UNKNOWN : countryOf(country)?.continent) === category,
        )
        this.#addGroup(group, category, 'country', inside)
      }
    }
  }

  addNested({ inner, outer, outerOf }: Nested): void {
    const { dimensions } = this.#first.declaration
    const paths = [inner, outer].map((id) => dimensions[id] && fieldOf(dimensions[id], 'numerator'))
    if (typeof paths[0] !== 'string' || typeof paths[1] !== 'string' || !paths[1].startsWith(`${paths[0]}.`)) return
    for (const category of this.#categories.get(outer) ?? []) {
      const inside = (this.#categories.get(inner) ?? []).filter((one) => (outerOf.get(one) ?? UNKNOWN) === category)
      this.#addGroup(outer, category, inner, inside)
    }
  }

  addScopes(): void {
    const { declaration } = this.#first
    const scopes = (['ABROAD', 'BORDER', null] as const).filter((scope) => scopesOf(declaration).includes(scope))
    for (const [at, outer] of scopes.slice(1).entries())
      for (const layer of NUMERATOR.concat('d')) {
        const inner = scopes[at]!
        const of = (scope: typeof outer) => this.#name(null, null, layer, scope)
        if (layer === 'd' && declaration.scope && fieldOf(declaration.scope, 'denominator') === null)
          this.#system.add([
            [of(outer), 1],
            [of(inner), -1],
          ])
        else if (layer !== 'r') {
          this.#system.addAtMost(of(inner), [of(outer)])
          const between = this.#countriesBetween(inner, outer)
          if (between)
            this.#system.addParts(of(outer), [of(inner), ...between.map((one) => this.#name('country', one, layer))])
        }
      }
  }

  /** Rows that the table of countries has of what a scope has more than another; null: it does not have them, or there is none on this basis. */
  #countriesBetween(inner: 'ABROAD' | 'BORDER' | null, outer: 'ABROAD' | 'BORDER' | null): string[] | null {
    const { scope, dimensions } = this.#first.declaration
    const same = (one: Side, other: Side) => inOrder(fieldOf(one, 'numerator')) === inOrder(fieldOf(other, 'numerator'))
    if (!scope || !dimensions.country || !this.#categories.has('country') || !same(scope, dimensions.country))
      return null
    const outside = (one: typeof inner) => new Set(one ? placesOutside(one, this.#home) : [])
    const usual = outside(this.#usual)
    const between = [...outside(inner)].filter((country) => !outside(outer).has(country))
    if (between.some((country) => usual.has(country))) return null
    return between.filter((country) => this.#has('country', country))
  }

  #addGroup(group: DimensionId, category: string, inner: DimensionId, inside: readonly string[]): void {
    for (const layer of NUMERATOR.concat('d')) {
      if (this.#isWholeIn(group, layer)) continue
      const parts = inside.map((one) => this.#name(inner, one, layer))
      this.#system.addParts(this.#name(group, category, layer), parts)
    }
  }

  /** Whether every category has all of what it is divided by. */
  #isWholeIn(by: DimensionId, layer: Layer): boolean {
    return layer === 'd' && fieldOf(this.#first.declaration.dimensions[by]!, 'denominator') === null
  }

  #isOfCountry(group: 'continent' | 'bloc'): boolean {
    const { country, [group]: own } = this.#first.declaration.dimensions
    return inOrder(country) === inOrder(own)
  }

  #has(by: DimensionId, category: string): boolean {
    return this.#categories.get(by)?.includes(category) ?? false
  }

  #name(by: DimensionId | null, category: string | null, layer: Layer, scope = this.#usual): string {
    return nameOf({ ...this.#first, scope, by }, this.#first.year, category, layer)
  }
}
