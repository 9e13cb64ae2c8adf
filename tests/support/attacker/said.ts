import { parse } from 'csv-parse/sync'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { placeOf, type Cut, type Seen, type SeenAt, type World } from './collect.ts'

/** What an outlet says of one figure: the numbers that it gives, and no others. */
export interface Said extends Pick<SeenAt, 'declaration' | 'basis' | 'scope' | 'by' | 'year' | 'category'> {
  outlet: string
  figure: Partial<Record<CountName, number | null>>
  /** How far a number may be from what it is of: it is shown rounded. */
  within?: number
}

const COUNTS = ['value', 'numerator', 'denominator', 'size', 'leftOut'] as const
type CountName = (typeof COUNTS)[number]

export interface SeriesOfJson {
  indicator: { id: string; code: string; name: string }
  basis: Cut['basis']
  scope: Cut['scope']
  dimension: Cut['by']
  release: string | null
  figures: (Seen & {
    period: { year: number; label: string }
    category: { key: string; label: string } | null
    explanation: { recordCount: number | null; groupHeadcount: number | null }
  })[]
}

/** Numbers with which a hidden figure would say more than that it is hidden. */
const MORE = ['interval', 'coverage', 'lost', 'effect', 'recordCount', 'groupHeadcount'] as const

export const ofJson = (outlet: string, declaration: Declaration, series: SeriesOfJson): Said[] =>
  series.figures.map((figure) => ({
    ...{ outlet, declaration, basis: series.basis, scope: series.scope, by: series.dimension },
    ...{ year: figure.period.year, category: figure.category?.key ?? null },
    figure: Object.fromEntries(COUNTS.map((name) => [name, figure[name]])),
  }))

/** Whatever else is said of figures that are hidden. */
export const moreOf = (outlet: string, { figures }: SeriesOfJson): string[] =>
  figures
    .filter(({ gap }) => gap === 'SUPPRESSED')
    .flatMap(({ explanation, period, category, ...figure }) => {
      const all: Record<string, unknown> = { ...figure, ...explanation }
      return MORE.filter((name) => all[name] !== null && all[name] !== undefined).map(
        (name) => `${outlet} says ${name} of ${period.year} ${category?.key ?? ''}, which is hidden`,
      )
    })

/** Rows of CSV; of a published folder those of several breakdowns, with a column that says of which. */
export function ofCsv(outlet: string, find: (id: string) => Declaration, text: string, by: Cut['by'] = null): Said[] {
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
  const number = (cell: string | undefined) => (cell ? Number(cell) : null)
  return rows.map((row) => ({
    outlet,
    declaration: find(row['indicator']!),
    basis: row['basis'] as Cut['basis'],
    scope: (row['scope'] || null) as Cut['scope'],
    by: row['dimension'] === undefined ? by : ((row['dimension'] || null) as Cut['by']),
    year: Number(row['year']),
    category: row['category'] || null,
    figure: {
      ...{ value: number(row['value']), numerator: number(row['numerator']), denominator: number(row['denominator']) },
      ...{ size: number(row['size']), leftOut: number(row['left_out']) },
    },
  }))
}

const HEADS = { numerator: 'Numerator', denominator: 'Denominator', size: 'Persons or objects behind it' } as const

/** The rows of a workbook, which are in the order of the figures. */
export function ofSheets(outlet: string, sheets: unknown[][][], order: readonly Said[], name: string): Said[] {
  const [sheet] = sheets as [unknown[][]]
  const head = sheet.findIndex(([first]) => first === 'Period')
  const heads = sheet[head]!.map(String)
  const at = (of: (heading: string) => boolean) => heads.findIndex(of)
  const value = at((heading) => heading.startsWith(name))
  return order.map((figure, place) => {
    const row = sheet[head + 1 + place]!
    const number = (column: number) => (typeof row[column] === 'number' ? (row[column] as number) : null)
    const counts = Object.entries(HEADS).map(([key, heading]) => [key, number(at((one) => one === heading))])
    return { ...figure, outlet, figure: { value: number(value), ...Object.fromEntries(counts) } }
  })
}

const ROW = /<tr>(.*?)<\/tr>/g
const CELL = /<t[hd][^>]*>(.*?)<\/t[hd]>/g

/** The table below an embedded chart: rows are periods, or categories with a column a period. */
export function ofTable(outlet: string, html: string, series: SeriesOfJson, said: readonly Said[]): Said[] {
  const rows = [...html.matchAll(ROW)].map(([, row]) => [...row!.matchAll(CELL)].map(([, cell]) => plain(cell!)))
  const [head, ...body] = rows
  if (!head) return []
  const cells = new Map<string, { value: number; within: number } | null>()
  for (const [label, ...texts] of body)
    for (const [at, text] of texts.entries()) cells.set(`${label} ${head[at + 1]}`, numberIn(text))
  return series.figures.flatMap(({ period, category }, place): Said[] => {
    const at = series.dimension === null ? `${period.label} ${head[1]}` : `${category?.label} ${period.label}`
    const found = cells.get(at)
    return found ? [{ ...said[place]!, outlet, figure: { value: found.value }, within: found.within }] : []
  })
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .trim()

/** `1,234.5 †`; null: a sign, or words. */
function numberIn(text: string): { value: number; within: number } | null {
  const found = /^-?[\d,]+(?:\.(\d+))?(?=\s|%|†|$)/.exec(text.replaceAll('−', '-'))
  return found && { value: Number(found[0].replaceAll(',', '')), within: 0.500001 * 10 ** -(found[1]?.length ?? 0) }
}

/**
 * What somebody knows who reads other outlets besides. `revealed`: where one says what another hides, or something else, or what is
 * not of the family.
 */
export function heed(seen: World, said: readonly Said[]): { world: Map<string, SeenAt>; revealed: string[] } {
  const world = new Map(seen)
  const revealed: string[] = []
  for (const one of said) {
    const place = placeOf(one, one.year, one.category)
    const known = world.get(place)
    for (const name of COUNTS) {
      const count = one.figure[name]
      if (count === null || count === undefined) continue
      if (!known) {
        // What is nowhere among the answers is nobody.
        if (count !== 0)
          revealed.push(`${one.outlet} says ${name} ${count} of ${place}, which no answer of the family has`)
        continue
      }
      const own = known.figure[name]
      if (own === null) {
        revealed.push(`${one.outlet} says ${name} ${count} of ${place}, which is ${known.figure.gap}`)
        world.set(place, { ...known, figure: { ...world.get(place)!.figure, [name]: count } })
      } else if (Math.abs(own - count) > (one.within ?? 1e-9))
        revealed.push(`${one.outlet} says ${name} ${count} of ${place}, which is ${own}`)
    }
  }
  return { world, revealed }
}
