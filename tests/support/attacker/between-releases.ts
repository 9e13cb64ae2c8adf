import type { SeenAt, World } from './collect.ts'
import { countsIn, type Layer, type System } from './system.ts'

export const nameIn = (release: string | null) => (name: string) => (release === null ? name : `${release}: ${name}`)

const LAYERS: Layer[] = ['v', 's', 'n', 'd', 'r']

/**
 * What somebody takes for granted who puts two releases together: a table of a year into which nobody came and that nobody left is the
 * same in both, and where nobody left none of its counts is less. As everywhere, what is not true is not taken for granted.
 */
export function addBetweenReleases(
  system: System,
  [first, second]: readonly [string, string],
  [before, after]: readonly [World, World],
): void {
  const tableOf = ({
    declaration,
    basis,
    scope,
    by,
    year,
  }: { declaration: { code: string } } & Record<string, unknown>) =>
    JSON.stringify([declaration.code, basis, scope, by, year])
  const places = Map.groupBy(
    [...before.keys()].filter((place) => after.has(place)),
    (place) => tableOf(before.get(place)! as never),
  )
  for (const all of places.values())
    for (const layer of LAYERS) {
      const pairs = all.flatMap((place) => {
        const [was, is] = [before, after].map((world) => countsIn(world.get(place)!, world.get(place)!.figure)[layer])
        return was == null || is == null ? [] : [{ name: `${place} ${layer}`, was, is }]
      })
      const isSame = pairs.every(({ was, is }) => was === is)
      if (!isSame && pairs.some(({ was, is }) => is < was)) continue
      for (const { name } of pairs) {
        const [old, now] = [nameIn(first)(name), nameIn(second)(name)]
        if (!system.has(old) || !system.has(now)) continue
        if (isSame)
          system.add([
            [old, 1],
            [now, -1],
          ])
        else system.addAtMost(old, [now])
      }
    }
}

/**
 * The breakdowns of a year that are shown in both releases though fewer came or left than `least`, in the whole or by any dimension: the two
 * side by side tell who. `before` and `after` are what is true, of what each release shows by itself.
 */
export function fewBetweenReleases(before: World, after: World, shown: World, least: number): string[] {
  const yearOf = ({ declaration, basis, year }: SeenAt) => `${declaration.code} ${basis} ${year}`
  const places = Map.groupBy(
    [...shown.keys()].filter((place) => before.has(place) && after.has(place) && isUsual(shown.get(place)!)),
    (place) => yearOf(shown.get(place)!),
  )
  return [...places].flatMap(([year, all]) => {
    if (all.every((place) => shown.get(place)!.by === null)) return []
    return LAYERS.flatMap((layer) => {
      const tables = Map.groupBy(all, (place) => shown.get(place)!.by)
      const moved = [...tables.values()].map((table) => {
        const changes = table.map((place) => {
          const [was, is] = [before, after].map((world) => countsIn(world.get(place)!, world.get(place)!.figure)[layer])
          return (is ?? 0) - (was ?? 0)
        })
        const sum = (some: number[]) => some.reduce((total, one) => total + Math.abs(one), 0)
        return Math.max(sum(changes.filter((one) => one > 0)), sum(changes.filter((one) => one < 0)))
      })
      const most = Math.max(...moved)
      return most > 0 && most < least
        ? [`${year} ${layer}: ${most} came or left, and its breakdowns are shown anew`]
        : []
    })
  })
}

/** In the scope in which it is broken down. */
const isUsual = ({ declaration, scope }: SeenAt) => scope === (declaration.scope?.default ?? null)
