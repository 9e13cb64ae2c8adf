import type { Day } from '@causeway/shared/day'
import type { Declaration, DimensionId, FieldRef } from '@causeway/server/figures/indicators/definition'
import { BLOCS } from '@causeway/server/ground/reference/blocs'
import { CONTINENTS } from '@causeway/server/ground/reference/countries'
import { readPath, type Row } from './read.ts'
import { refOf, type Part } from './members.ts'
import { fieldOf, type World } from './world.ts'

const UNKNOWN = 'unknown'
const FOREIGN = 'foreign'

/** The categories of a row; a country may be in several blocs, or in none. Null: the dimension leaves this part whole. */
export function categoriesOf(
  world: World,
  declaration: Declaration,
  dimension: DimensionId,
  part: Part,
  row: Row,
  lastDay: Day,
): string[] | null {
  const ref = refOf(declaration.dimensions[dimension]!, part)
  if (ref === undefined) return null
  const key = keyOf(world, row, ref)
  if (key === UNKNOWN) return [UNKNOWN]
  if (dimension === 'continent' && key === FOREIGN) return []
  if (dimension === 'continent') return [CONTINENTS.find(({ countries }) => countries.includes(key))?.id ?? UNKNOWN]
  if (dimension !== 'bloc') return [key]
  return BLOCS.filter(({ members }) =>
    members.some(({ country, from, to }) => country === key && from <= lastDay && (to === null || to >= lastDay)),
  ).map(({ id }) => id)
}

function keyOf(world: World, row: Row, ref: FieldRef): string {
  const parts = [ref].flat().map((path) => readPath(world, row, path))
  if (parts.every((part) => part === null)) return UNKNOWN
  return parts.map((part) => part ?? '').join('/')
}

/** In the dimension's declared order, else by key; unknown last. */
export function inOrder(declaration: Declaration, dimension: DimensionId, keys: Iterable<string>): string[] {
  const declared = declaredOrder(declaration, dimension)
  const place = (key: string) => (key === UNKNOWN ? 2_000 : declared.includes(key) ? declared.indexOf(key) : 1_000)
  return [...keys].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

function declaredOrder(declaration: Declaration, dimension: DimensionId): string[] {
  if (dimension === 'bloc') return BLOCS.map(({ id }) => id)
  if (dimension === 'continent') return CONTINENTS.map(({ id }) => id)
  return read(declaration, dimension)?.field?.choices?.map(({ key }) => key) ?? []
}

/** The categories asked for, under the codes that are taken for them. */
export function settleFilter(
  world: World,
  declaration: Declaration,
  { dimension, in: asked }: { dimension: DimensionId; in: string[] },
): { dimension: DimensionId; in: string[] } {
  const found = dimension === 'bloc' || dimension === 'continent' ? undefined : read(declaration, dimension)
  const { name = '', to } = found?.field ?? {}
  const thing = name === 'code' ? found!.of : name === 'unit' || name === 'department' ? 'unit' : to
  return { dimension, in: thing === undefined ? asked : asked.map((code) => world.standsFor(thing, code)) }
}

/** The field that a dimension is read from, and the type it is in. */
function read({ dimensions, set, measure }: Declaration, dimension: DimensionId) {
  const ref = refOf(dimensions[dimension]!, 'numerator')
  const from = set ?? ('ratio' in measure ? measure.ratio.numerator.set : undefined)
  if (typeof ref !== 'string' || !from) return undefined
  const branch = 'union' in from ? from.union[0]! : from
  const [head, tail] = ref.split('.') as [string, string?]
  const renamed = 'as' in branch ? branch.as?.[head] : undefined
  const name = typeof renamed === 'string' ? renamed : head
  const join = 'joins' in branch ? branch.joins?.[head] : undefined
  const of = tail === undefined ? branch.of : (join?.to ?? fieldOf(branch.of, name)!.to!)
  return { of, field: fieldOf(of, tail ?? name) }
}
