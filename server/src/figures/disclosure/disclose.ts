import type { Figure } from '@causeway/shared/figure'
import type { DimensionId } from '../indicators/definition.ts'
import { placeOf, type Address, countsOf, FEWEST_PERSONS, isSensitive, layersOf } from './layers.ts'
import { disclosureClass, isFoundInPersons, sizeIsOfPersons } from './disclosure-class.ts'
import type { FigureFamily, FigureTable, Beside } from './family.ts'
import { hide, signOf, type Hiding } from './hiding.ts'
import { addressing, periodsOf, toOrder, type Disclosed, type Outcomes } from './open-family.ts'
import { hidingRounds, toDay, type Outcome } from './rounds.ts'
import { UNKNOWN } from '@causeway/shared/unknown'

/**
 * What the public may see of a family of figures: the same tables in the same order, with cells hidden (gap `SUPPRESSED`, and
 * nothing else left of them). The one place where this is decided; every output of the PUBLIC profile reads what comes out of it.
 *
 * Hidden are
 * - counts of 1 to 4 persons or participations, and person-days of 1 to 4 persons. Zero is shown;
 * - of things that are found in records of persons, as programmes in enrolments, how many records there were, or were left out;
 * - how many records of persons were left out, since their country is unknown, where these are few or tell of few (left-out.ts);
 * - rates and means on fewer than 10 persons, and rates with 1 to 4 in the numerator or in what is left of the denominator;
 * - then, within each period, the smallest non-zero cells beside them, until in every sum at least two are hidden and what is
 *   hidden adds up to a number that might be shown; where no cell is left, the total. Sums are: the categories of a dimension (with
 *   `unknown`) and the total; the countries of a continent or bloc; the programmes of a department or level; a scope, the narrower one inside it and the places between (for
 *   China Hong Kong, Macao and Taiwan), for the total and for each category. The numerator, the denominator and what is left of it
 *   are cells of their own in these sums. A small difference between two scopes is protected though no table shows it.
 *
 * It protects against anyone who knows every cell that is shown, knows that the sums hold, and solves them all together: no hidden
 * small cell follows from them, no sum tells that the hidden cells of one line are fewer than 5 (a rate: 10) together, and no hidden
 * count can be fewer than four numbers (`intervals.ts`). Where persons are counted in several categories the parts are no less than
 * the whole, and none is more than it. What has become needless is shown again, wholes first, then what tells the most.
 *
 * What is hidden of a count is hidden wherever the same persons are counted under another name (`hiddenElsewhere`), and what several
 * rates are divided by is hidden by itself first, so that they hide the same of it (`sharesDenominator`). Two shown counts of which one
 * is inside the other, as the years of a count that only grows, or those who passed among those who passed in the end, tell by how many
 * they differ (`beside`): 1 to 4 persons are hidden there like any others, with the sums that they are in.
 *
 * A figure that the law published is given: it is shown however small, and others are hidden so that it tells of no hidden one; where
 * nothing is left to hide, what it gives away stays given away. Of one of which the law published one side, or something
 * made from it, others are hidden as though all of it were given, and it is itself hidden like any other.
 *
 * This is what a family hides by itself. Indicators that count some of the same persons are solved together after it, and the bases of
 * their wholes over all years (`joint.ts`, `settled-together.ts`): there more is hidden, until no hidden count of any of them can be fewer than
 * four numbers; a whole last of all.
 *
 * It does not protect against: differences between indicators that count other persons or several kinds of record together
 * (DN02, DN03), or between all learners (DN01, what a rate is over) and some of them; what is known beside the figures; questions
 * that are not in the family (`public-family.ts`). A filter of one value without `by` is a cell of it: answer with that.
 *
 * The answer depends on the figures of the family alone, not on the order of its tables, and equal calls give equal answers.
 *
 * @example
 * // figures/read-series.ts, profile PUBLIC: make every table that the public can ask for, hide, then pick the one that was asked
 * const tables = scopes.flatMap((scope) => [null, ...dimensions].map((dimension) => ({ scope, dimension, figures: read(scope, dimension) })))
 * const family = { tables, places: { home: 'CN', continentOf, inBloc, placesOutside }, nestings: [{ inner: 'programme', outer: 'department', outerOf }] }
 * const shown = discloseFamily(declaration, family, (type) => findRecordType(type)!.fields.some((field) => field.kind === 'person'))
 * return shown.find((table) => table.scope === scope && table.dimension === by)!.figures
 *
 * @param holdsPersons whether a record of the type may name a person
 */
export function discloseFamily(
  declaration: Disclosed,
  family: FigureFamily,
  holdsPersons: (recordType: string) => boolean,
): FigureTable[] {
  const hidings = findHidings(declaration, family, holdsPersons)
  return family.tables.map((table, at) => hide(table, hidings[at]!))
}

/** What `discloseFamily` hides of each table: short enough to be kept. */
export function findHidings(
  declaration: Disclosed,
  family: FigureFamily,
  holdsPersons: (recordType: string) => boolean,
): Hiding[] {
  const settled = settleFamily(declaration, family, holdsPersons)
  return toHidings(declaration, family, settled, holdsPersons)
}

/** What is hidden of a family where nothing else is known of those who count some of the same persons. Null: it counts nobody. */
export function settleFamily(
  declaration: Disclosed,
  family: FigureFamily,
  holdsPersons: (recordType: string) => boolean,
): Outcomes | null {
  const kind = disclosureClass(declaration, holdsPersons)
  if (kind === 'things') return null
  const usual = declaration.scope?.default ?? null
  const addressesOf = addressing(declaration, kind, holdsPersons, family)
  const addresses = addressesOf(family.tables)
  const elsewhere = new Set((family.hiddenElsewhere ?? []).map((one) => `${one.year}/${placeOf(one, usual)}`))
  const days = (family.beside ?? []).map((day) => toDay(addressesOf(day.exact).flat(), day, usual))
  const hideRound = hidingRounds(declaration, kind, family)
  const outcomes = new Map<Address, Outcome>()
  for (const period of periodsOf(addresses).map(toOrder)) {
    const round = hideRound(
      period.map((address) => ({
        ...address,
        hidden: elsewhere.has(`${address.figure.period.year}/${placeOf(address, usual)}`),
      })),
      days,
    )
    for (const [at, address] of period.entries()) outcomes.set(address, round[at]!)
  }
  return addresses.map((table) => table.map((address) => outcomes.get(address)!))
}

/** What the public does not see of each table. */
export function toHidings(
  declaration: Disclosed,
  family: FigureFamily,
  outcomes: Outcomes | null,
  holdsPersons: (recordType: string) => boolean,
): Hiding[] {
  const kind = disclosureClass(declaration, holdsPersons)
  const isFound = isFoundInPersons(declaration, holdsPersons)
  if (kind === 'things' || !outcomes)
    return family.tables.map((table) => (isFound ? recordCountsOf(table) : nothingOf(table)))
  const addresses = addressing(declaration, kind, holdsPersons, family)(family.tables)
  const outcomeOf = new Map(
    addresses.flatMap((table, place) => table.map((address, at) => [address, outcomes[place]![at]!] as const)),
  )
  const signs = new Map<Address, string>()
  for (const period of periodsOf(addresses)) {
    const settled = period.map((address) => ({ ...address, hidden: outcomeOf.get(address)!.hidden }))
    const beside = family.isRounded
      ? { lost: true, groupHeadcount: true, recordCount: true }
      : hiddenBeside(
          period,
          settled.some(({ hidden }) => hidden),
        )
    const leftOut = isFound
      ? showLeftOut(settled, [...(family.beside ?? []), ...(family.leaders ?? [])])
      : (figure: Figure) => figure.leftOut
    for (const address of period) {
      const { figure } = address
      const { hidden, standing } = outcomeOf.get(address)!
      const parts = { all: hidden && figure.value !== null, opaque: standing === 'opaque' }
      signs.set(
        address,
        signOf({ ...beside, ...parts, leftOut: leftOut(figure) === null }, family.isRounded ? kind : null),
      )
    }
  }
  return addresses.map((table) => table.map((address) => signs.get(address)!).join(''))
}

/** Whether a figure is hidden for its own counts, whatever is beside it, where nothing is given. */
export function isFewByItself(
  declaration: Disclosed,
  figure: Figure,
  holdsPersons: (recordType: string) => boolean,
): boolean {
  const kind = disclosureClass(declaration, holdsPersons)
  if (kind === 'things') return false
  return isSensitive(countsOf(figure, kind, sizeIsOfPersons(declaration, holdsPersons)), layersOf(kind))
}

const nothingOf = ({ figures }: FigureTable): Hiding => signOf({}).repeat(figures.length)

/** Things that were found in records of persons: how many of those there were, or were left out, is a number of persons, of however few. */
function recordCountsOf({ figures }: FigureTable): Hiding {
  const leftOut = figures.some(({ leftOut }) => leftOut !== 0)
  return signOf({ recordCount: true, groupHeadcount: true, leftOut }).repeat(figures.length)
}

/** Of the counts beside a figure those that could tell of few persons: they are hidden in all tables of a period. */
function hiddenBeside(period: readonly Address[], someHidden: boolean) {
  // One row may be many persons: two hidden cells of 31 persons in two records are shown to be one record each.
  const someInGroups = period.some(({ figure }) => (figure.groupHeadcount ?? 0) > 0)
  return {
    lost: !noneIsSmall(period, 'lost'),
    groupHeadcount: !noneIsSmall(period, 'groupHeadcount'),
    recordCount: someHidden && someInGroups,
  }
}

function noneIsSmall(period: readonly Address[], name: 'lost' | 'groupHeadcount'): boolean {
  const small = (count: number) => count > 0 && count < FEWEST_PERSONS
  const sameCell = Map.groupBy(period, ({ dimension, category }) => JSON.stringify([dimension, category]))
  return [...sameCell.values()].every((scopes) => {
    const counts = scopes.map(({ figure }) => figure[name] ?? 0)
    return counts.every((count) => !small(count) && counts.every((other) => !small(Math.abs(count - other))))
  })
}

/** An address of a period, and whether it is hidden. */
export type Settled = Address & { hidden: boolean }

/**
 * What the public sees of how many records of persons were left out, figure by figure of one period: a count of persons like any
 * other. 0 is shown, 1 to 4 are hidden. It is shown of a period as a whole alone, and not where with what is shown beside it it would
 * tell of few: of those whose country is unknown, where a table hides them; of those that are in neither scope, as the persons of
 * the college's own country; of those by whom another indicator leaves out more or fewer.
 */
export function showLeftOut(
  period: readonly Settled[],
  besides: readonly Pick<Beside, 'exact' | 'shown'>[],
): (figure: Figure) => number | null {
  const most = Math.max(0, ...period.map(({ figure }) => figure.leftOut ?? 0))
  if (most === 0) return ({ leftOut }) => leftOut
  const wholes = period.filter(({ category }) => category === null)
  const isTelling =
    isFew(most) ||
    period.some(isHiddenUnknown) ||
    wholes.some((whole) => tellsOfOthers(whole, wholes)) ||
    besides.some((beside) => tellsOfDifference(most, beside))
  return ({ category, leftOut }) => (category === null && !isTelling ? leftOut : null)
}

const COUNTRIES: DimensionId[] = ['country', 'continent', 'bloc']

const isFew = (count: number) => count > 0 && count < FEWEST_PERSONS

/** Where no scope is asked, those of unknown countries are a row of the breakdown. */
function isHiddenUnknown({ scope, dimension, category, hidden }: Settled): boolean {
  return scope === null && category === UNKNOWN && hidden && COUNTRIES.includes(dimension!)
}

/** What is left when those left out are taken off: off what is in no scope, or off what a scope leaves below the line. */
function tellsOfOthers({ scope, figure, counts }: Settled, wholes: readonly Settled[]): boolean {
  const leftOut = figure.leftOut ?? 0
  if (scope === null) return false
  const all = wholes.find((whole) => whole.scope === null)
  const outside = (all?.counts ?? []).map((count, layer) => (count ?? 0) - (counts[layer] ?? 0))
  const rest = (figure.denominator ?? 0) - (figure.numerator ?? 0)
  return [...outside, rest].some((count) => isFew(count - leftOut))
}

/** Another indicator, or an earlier day, has nearly the same left out: shown, it tells by how many; hidden, this one would tell it. */
function tellsOfDifference(own: number, { exact, shown }: Pick<Beside, 'exact' | 'shown'>): boolean {
  const leftOutOf = (tables: Beside['exact']) =>
    tables
      .filter(({ dimension }) => dimension === null)
      .flatMap(({ figures }) => figures.flatMap(({ leftOut }) => leftOut ?? []))
  const theirs = Math.max(0, ...leftOutOf(exact))
  const difference = Math.abs(own - theirs)
  if (theirs === 0 || difference >= FEWEST_PERSONS) return false
  return difference > 0 || leftOutOf(shown).length === 0
}
