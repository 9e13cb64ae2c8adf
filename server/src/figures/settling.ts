import type { Figure } from '@causeway/shared/figure'
import { isOfWholes, type Cell } from './disclosure/cell.ts'
import type { Outcomes } from './disclosure/open-family.ts'
import type { Member } from './disclosure/relations.ts'
import type { Outcome } from './disclosure/rounds.ts'
import type { EarlierTables } from './earlier-tables.ts'
import type { Source } from './source.ts'

/** A member of what is settled now. */
export interface Settling extends Member {
  name: string
  source: Source
}

export const outcomesOf = (members: readonly Settling[]): Map<string, Outcomes> =>
  new Map(
    members.map(({ name, addresses, cells }) => [
      name,
      addresses.map((table) => table.map((address) => outcomeOf(cells.get(address)!))),
    ]),
  )

/** Without the cell, which has all sums beside it: one for all that are alike. */
const outcomeOf = ({ standing, hidden }: Cell): Outcome => OUTCOMES[standing][hidden ? 'hidden' : 'shown']

const both = (standing: Cell['standing']) => ({
  hidden: Object.freeze({ standing, hidden: true }),
  shown: Object.freeze({ standing, hidden: false }),
})
const OUTCOMES = { published: both('published'), latent: both('latent'), opaque: both('opaque') }

/** Hides of each table what was hidden of it where it was the same last. Whether every one was. */
export function staysHidden({ addresses, cells }: Member, before: readonly EarlierTables[]): boolean {
  const stays = addresses.map((table, at) => {
    const last = before.flatMap(({ tables }) => tables.filter((one) => one.at === at)).at(-1)
    if (!last || textOf(last.table.figures) !== textOf(table.map(({ figure }) => figure))) return false
    for (const [place, address] of table.entries()) {
      const cell = cells.get(address)!
      if (last.hidden[place] && !cell.given) cell.hidden = true
    }
    return true
  })
  return stays.every(Boolean)
}

const textOf = (figures: readonly Figure[]): string =>
  JSON.stringify(
    figures.map(({ category, value, numerator, denominator, size, gap }) => {
      return [category, value, numerator, denominator, size, gap]
    }),
  )

/** Where no whole is hidden on the first basis of any, breakdowns are nothing to those of other years. */
export function withoutBreakdowns(members: readonly Member[]): Member[] {
  return [...Map.groupBy(members, ({ basis, year }) => `${basis} ${year}`).values()].flatMap((ofYear) => {
    const isHidden = ofYear.some(({ addresses, cells }) =>
      addresses.some((table) => table.some((one) => one.category === null && cells.get(one)!.hidden)),
    )
    if (isHidden) return ofYear
    return ofYear.map((member) => ({ ...wholesOf(member), lines: [] }))
  })
}

export const wholesOf = (member: Member): Member => ({
  ...member,
  addresses: member.addresses.map((table) => table.filter(({ category }) => category === null)),
  cells: new Map([...member.cells].filter(([{ category }]) => category === null)),
  lines: member.lines.filter(({ parent, children }) => [parent, ...children].every(isOfWholes)),
})
