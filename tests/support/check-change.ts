import { OPERATOR } from '@causeway/server/access/viewer'
import { compareMoments } from '@causeway/server/answers/change/compare-moments'
import { explainChange, type Change } from '@causeway/server/answers/change/explain-change'
import { shapeOf } from '@causeway/server/answers/change/counted'
import type { Causeway } from '@causeway/server/figures/causeway'
import { scopesOf } from '@causeway/server/figures/indicators/definition'
import { askOfStayed, countCameAndLeft, type CameAndLeft } from './oracle/came-and-left.ts'
import { askOracle, type Asking } from './oracle/oracle.ts'
import { worldsBetween } from './oracle/revisions.ts'
import type { Records, World } from './oracle/world.ts'

/** What was looked at, so that it can be said to be enough. */
export interface Seen {
  explained: number
  /** Of these, the ones that were counted by a plain loop too. */
  counted: number
  /** Means, medians and gains of those who are in both years. */
  levels: number
  /** By cause. */
  parts: Map<string, number>
}

/** What is wrong with why a figure of the last year of a question is another one than that of the first. */
export async function checkChange(causeway: Causeway, world: World, asking: Asking, seen: Seen): Promise<string[]> {
  const { declaration, from, to, across: _across, cumulativeFrom: _since, ...same } = asking
  const request = { indicator: declaration.id, institution: world.institution, ...same }
  const change = await explainChange(causeway, OPERATOR, { ...request, from: { year: from }, to: { year: to } })
  const ends = [change.before.figure, change.after.figure] as const
  const wrong: string[] = []
  wrong.push(...partsThatAreWrong(change))
  const counted = asking.by || change.difference === null ? null : countCameAndLeft(world, asking, ...ends)
  if (counted) wrong.push(...countsThatAreWrong(change, counted))
  const stayed = asking.by || change.difference === null ? null : askOfStayed(world, asking, ...ends)
  if (stayed) wrong.push(...levelsThatAreWrong(change, stayed))
  seen.levels += Number(stayed !== null)
  seen.explained += Number(change.difference !== null)
  seen.counted += Number(counted !== null)
  for (const { cause } of change.parts) seen.parts.set(cause, (seen.parts.get(cause) ?? 0) + 1)
  const name = [declaration.code, asking.basis, asking.scope, asking.by, from].join(' ')
  return wrong.map((problem) => `${name}: ${problem}`)
}

/** A revision of an institution, and what it then had. */
export interface Then {
  /** ISO date-time. */
  asOf: string
  records: Records
}

/** What is wrong with the figures of a year that are said to be others at a second time: those that are not, and those left out. */
export async function checkComparison(
  causeway: Causeway,
  institution: string,
  year: number,
  [from, to]: [Then, Then],
): Promise<{ wrong: string[]; changed: number }> {
  const ends = { from: { year, asOf: from.asOf }, to: { year, asOf: to.asOf } }
  const { changes: all, unchanged, explain } = await compareMoments(causeway, OPERATOR, { institution, ...ends })
  const changes = await explain(all)
  const wrong = changes.flatMap(partsThatAreWrong)
  const nameOf = (code: string, basis: string, scope: string | null) => `${code} ${basis} ${scope}`
  const found = new Map(
    changes.map((change) => [
      nameOf(change.declaration.code, change.after.question.basis, change.after.question.scope),
      change,
    ]),
  )
  const worlds = worldsBetween(institution, from.records, to.records)
  const [[, first], [, last]] = [worlds[0]!, worlds.at(-1)!]
  let asked = 0
  for (const declaration of causeway.indicators)
    for (const basis of declaration.bases)
      for (const scope of scopesOf(declaration)) {
        asked++
        const asking = { declaration, basis, scope, from: year, to: year }
        const [was, is] = [first, last].map((world) => wholeOf(world, asking, year))
        const isOther = !isAlike(was!.value, is!.value) || was!.gap !== is!.gap
        const name = nameOf(declaration.code, basis, scope)
        if (isOther !== found.has(name)) wrong.push(`${name} ${isOther ? 'is left out' : 'is no other'}`)
      }
  if (changes.length + unchanged !== asked) wrong.push(`${changes.length} and ${unchanged} of ${asked}`)
  for (const { cause, parts } of changes)
    if (parts.some((part) => Math.abs(part.value) > Math.abs(parts.find((one) => one.cause === cause)!.value)))
      wrong.push(`${cause} is not the largest`)
  return { wrong, changed: changes.length }
}

/** What is wrong with why a figure is another one as known at another time. */
export async function checkRevisions(
  causeway: Causeway,
  institution: string,
  asking: Asking,
  [from, to]: [Then, Then],
  seen: Seen,
): Promise<string[]> {
  const { declaration, from: year, to: last, across: _across, cumulativeFrom: _since, ...same } = asking
  const change = await explainChange(causeway, OPERATOR, {
    ...{ indicator: declaration.id, institution, ...same },
    ...{ from: { year, asOf: from.asOf }, to: { year: last, asOf: to.asOf } },
  })
  const wrong = partsThatAreWrong(change)
  seen.explained += Number(change.difference !== null)
  for (const { cause } of change.parts) seen.parts.set(cause, (seen.parts.get(cause) ?? 0) + 1)
  const isLater = from.asOf <= to.asOf
  const [before, after] = isLater ? [from, to] : [to, from]
  const worlds = worldsBetween(institution, before.records, after.records)
  const values = worlds.map(([, world]) => wholeOf(world, asking, year).value)
  // What has no value on the way is no step.
  if (!asking.by && year === last && values.every((value) => value !== null)) {
    seen.counted++
    for (const [at, [cause]] of worlds.entries()) {
      if (at === 0) continue
      const expected = (values[at]! - values[at - 1]!) * (isLater ? 1 : -1)
      const found = change.parts.find((part) => part.cause === cause)?.value ?? 0
      if (!isAlike(found, expected)) wrong.push(`${cause} is ${found}, ${expected} wanted`)
    }
  }
  const name = [declaration.code, asking.basis, asking.scope, asking.by, year, last, from.asOf, to.asOf].join(' ')
  return wrong.map((problem) => `${name}: ${problem}`)
}

const wholeOf = (world: World, asking: Asking, year: number) =>
  askOracle(world, { ...asking, by: null, across: null, from: year, to: year })[0]!

function isAlike(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

/** They add up, are one for each cause and category and none of 0, and have words and records. */
export function partsThatAreWrong({ declaration, before, after, difference, parts }: Change): string[] {
  const wrong: string[] = []
  const sum = parts.reduce((total, { value }) => total + value, 0)
  if (difference === null ? parts.length > 0 : !isAlike(sum, difference))
    wrong.push(`the parts make ${sum}, the difference is ${difference}`)
  if (difference !== null && !isAlike(after.figure.value! - before.figure.value!, difference))
    wrong.push(`difference ${difference}`)
  const names = parts.map(({ cause, category }) => `${cause} ${category}`)
  for (const name of names.filter((one, at) => names.indexOf(one) !== at)) wrong.push(`${name} is there twice`)
  for (const { cause, category, value, records, sentence } of parts) {
    const name = `${cause} ${category}`
    if (value === 0) wrong.push(`${name} is 0`)
    if (shapeOf(declaration) === 'SUM' && !Number.isInteger(value * 100)) wrong.push(`${name} is ${value}`)
    if (new Set(records.map(({ type, key }) => `${type}/${key}`)).size !== records.length)
      wrong.push(`${name} has a record twice`)
    if (records.length === 0 && !['REDEFINED', 'SETTING'].includes(cause)) wrong.push(`${name} has no records`)
    if (
      !/\p{Script=Han}.*。$/su.test(sentence.zh) ||
      !/^[^。，：]*\.$/su.test(sentence.en) ||
      /\{/.test(sentence.zh + sentence.en)
    )
      wrong.push(`${name} has no sentence: ${sentence.zh} ${sentence.en}`)
  }
  return wrong
}

function countsThatAreWrong({ parts }: Change, counted: CameAndLeft): string[] {
  const of = (cause: string) => parts.find((part) => part.cause === cause)
  const found = { came: of('CAME')?.value ?? 0, left: -(of('LEFT')?.value ?? 0) }
  const stayed = (of('CAME') ?? of('LEFT'))?.stayed ?? counted.stayed
  const isSame = found.came === counted.came && found.left === counted.left && stayed === counted.stayed
  return isSame ? [] : [`came and left ${JSON.stringify({ ...found, stayed })}, ${JSON.stringify(counted)} wanted`]
}

function levelsThatAreWrong({ parts, before, after }: Change, [old, now]: [number, number]): string[] {
  const expected = { LEFT: old - before.figure.value!, CHANGED: now - old, CAME: after.figure.value! - now }
  return Object.entries(expected).flatMap(([cause, value]) => {
    const found = parts.find((part) => part.cause === cause)?.value ?? 0
    return isAlike(found, value) ? [] : [`${cause} is ${found}, ${value} wanted`]
  })
}
