import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import { kept } from '../../ground/kept.ts'
import { fieldOf, type Declaration } from '../indicators/definition.ts'
import { insidesOf, SCOPES, scopesAround, type Inside } from './insides.ts'
import type { Count, Relation } from './held-counts.ts'
import type { Address } from './layers.ts'
import type { OpenFamily } from './open-family.ts'
import type { CountName } from './shown-counts.ts'
import { relateStretches, sharesStretches, type Whole } from './stretches.ts'

/** What is left of an indicator on a basis in a year when it was settled by itself. */
export interface Member extends OpenFamily {
  declaration: Declaration
  basis: Basis
  year: number
  /** That it was shown in; absent: in none before. */
  release?: string
}

/** What members say of each other besides the sums of each: as far as it is so, that a right guess makes nobody stronger. */
export function relationsOf(members: readonly Member[]): Relation[] {
  const releases = [...Map.groupBy(members, ({ release }) => release).values()]
  return [...releases.flatMap(relateInOne), ...(releases.length > 1 ? relateReleases(members) : [])]
}

function relateInOne(members: readonly Member[]): Relation[] {
  const ofIndicators = Map.groupBy(members, ({ declaration }) => declaration)
  return [
    ...members.flatMap(relateUnder),
    ...insidesOf([...ofIndicators.keys()]).flatMap((inside) => relateInside(inside, members)),
    ...[...ofIndicators].flatMap(([of, own]) => {
      const isOnBases = sharesStretches(of) && own.some(({ basis }) => basis !== own[0]!.basis)
      return [...(isOnBases ? relateBases(of, own) : []), ...(of.kind === 'CUMULATIVE' ? relateDays(own) : [])]
    }),
  ]
}

/** Where a category is of those over the line alone, all are under it in each. */
function relateUnder(member: Member): Relation[] {
  const { dimensions } = member.declaration
  return placesOf(member).flatMap((address) => {
    if (address.dimension === null || fieldOf(dimensions[address.dimension]!, 'denominator') !== null) return []
    const whole = placeIn(member, { ...address, dimension: null, category: null })
    return relate(countAt(member, address, 'denominator'), countAt(member, whole, 'denominator'), true)
  })
}

function relateInside(inside: Inside, members: readonly Member[]): Relation[] {
  const { inner, outer, dimensions, isSame } = inside
  const outers = new Map(
    members.flatMap((one) => (one.declaration === outer.of ? [[`${one.basis} ${one.year}`, one] as const] : [])),
  )
  return members.flatMap((member) => {
    const around = outers.get(`${member.basis} ${member.year}`)
    if (member.declaration !== inner.of || !around) return []
    return placesOf(member).flatMap((address) => {
      if (address.dimension !== null && !dimensions.has(address.dimension)) return []
      const own = countAt(member, address, inner.count.name)
      return scopesAround(inside, address.scope).flatMap((scope) => {
        const place = placeIn(around, { ...address, scope })
        if (!place) return own && isShownIn(around, address, scope) ? relateToNone(own) : []
        return relate(own, countAt(around, place, outer.count.name), isSame && scope === address.scope)
      })
    })
  })
}

/** Whether the public may ask for the dimension there: a category that the table has not is one of nobody. */
const isShownIn = ({ declaration, basis }: Member, { dimension }: Address, scope: Scope | null): boolean =>
  dimension !== null && basis === declaration.bases[0] && scope === (declaration.scope?.default ?? null)

/** Of a count that only grows a later day has all that an earlier one has. */
function relateDays(own: readonly Member[]): Relation[] {
  const days = own.flatMap((member) => placesOf(member).map((address) => ({ member, address })))
  return [...Map.groupBy(days, ({ address }) => nameOf(address)).values()].flatMap((all) => {
    const inOrder = all.toSorted((a, b) => (a.address.figure.period.end < b.address.figure.period.end ? -1 : 1))
    return inOrder.slice(1).flatMap((later, at) =>
      (['value', 'size'] as const).flatMap((name) => {
        const [one, other] = [inOrder[at]!, later].map((day) => countAt(day.member, day.address, name))
        return relate(one!, other!, false)
      }),
    )
  })
}

function relateBases(declaration: Declaration, own: readonly Member[]): Relation[] {
  const wholes = own.flatMap((member) =>
    placesOf(member).flatMap((address) => (address.category === null ? [{ member, address }] : [])),
  )
  const inScopes = SCOPES.map((scope) => wholes.filter(({ address }) => address.scope === scope))
  return own[0]!.layers.names.flatMap((name) => {
    const scopes = inScopes.map((ofScope) =>
      ofScope.flatMap(({ member, address }): Whole[] => {
        const { period, gap } = address.figure
        const count = countAt(member, address, name)
        // Where nothing was recorded, there was nobody; nor is anybody who was left out in another count.
        if (!count && gap !== 'NO_RECORDS') return []
        const { year, start } = period
        return [{ basis: member.basis, year, start, value: count ? valueOf(count) : 0, count }]
      }),
    )
    return relateStretches(declaration, name, scopes)
  })
}

/**
 * A table into which nobody came and that nobody left is the same in the next release that has it, and where nobody left none of its
 * counts is less.
 */
function relateReleases(members: readonly Member[]): Relation[] {
  const sameTable = Map.groupBy(
    members.flatMap((member) => [...tablesIn(member)].map(([name, addresses]) => ({ name, member, addresses }))),
    ({ name, member: { declaration, basis, year } }) => `${declaration.id} ${basis} ${year} ${name}`,
  )
  return [...sameTable.values()].flatMap((all) =>
    all.slice(1).flatMap((later, at) => {
      const earlier = all[at]!
      return later.member.layers.names.flatMap((name) => {
        const pairs = earlier.addresses.flatMap((address) => {
          const was = countAt(earlier.member, address, name)
          const is = countAt(later.member, placeIn(later.member, address), name)
          return was && is ? [{ was, is }] : []
        })
        const isSame = pairs.every(({ was, is }) => valueOf(was) === valueOf(is))
        if (pairs.some(({ was, is }) => valueOf(was) > valueOf(is))) return []
        return pairs.flatMap(({ was, is }) => relate(was, is, isSame))
      })
    }),
  )
}

const tablesIn = (member: Member): Map<string, Address[]> =>
  Map.groupBy(placesOf(member), ({ scope, dimension }) => `${scope}|${dimension}`)

function relate(inner: Count | null, outer: Count | null, isSame: boolean): Relation[] {
  if (!inner || !outer || valueOf(inner) > valueOf(outer)) return []
  const terms = [
    [inner, 1],
    [outer, -1],
  ] as const
  return [{ terms, isExact: isSame && valueOf(inner) === valueOf(outer) }]
}

const relateToNone = (count: Count): Relation[] => (valueOf(count) > 0 ? [] : [{ terms: [[count, 1]], isExact: true }])

const valueOf = ({ cell, layer }: Count): number => cell.counts[layer]!

function countAt({ cells, layers }: Member, address: Address | undefined, name: CountName): Count | null {
  const cell = address && cells.get(address)
  const layer = layers.names.indexOf(name)
  return cell && layer >= 0 && cell.counts[layer] != null ? { cell, layer } : null
}

type Named = Pick<Address, 'scope' | 'dimension' | 'category'>

const nameOf = ({ scope, dimension, category }: Named): string => `${scope}|${dimension}|${category}`

const namedIn = new WeakMap<Member, Map<string, Address>>()
const addressesIn = (member: Member) =>
  kept(namedIn, member, () => new Map(member.addresses.flat().map((address) => [nameOf(address), address])))

const placesOf = (member: Member): Address[] => [...addressesIn(member).values()]
const placeIn = (member: Member, named: Named): Address | undefined => addressesIn(member).get(nameOf(named))
