import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { scopesOf } from '@causeway/server/figures/indicators/definition'
import type { App } from '@causeway/server/outlets/http/app'
import { publicCuts, type Ask, type Cut } from './collect.ts'
import { addressOf, ORIGIN, readAddress, sheetsOf, someOf, type Wanted } from './everything.ts'
import { moreOf, ofCsv, ofJson, ofSheets, ofTable, type Said, type SeriesOfJson } from './said.ts'

/** What all outlets but GraphQL's series say of figures. */
export interface Outlets {
  said: Said[]
  /** What no hidden figure may have. */
  revealed: string[]
  addresses: number
}

/** One workbook in so many cuts is read. */
const WORKBOOK_EACH = 4

/** Reads each cut of the family as JSON, CSV, an embedded chart and (some of them) a workbook. */
export async function readOutlets(app: Pick<App, 'fetch'>, ask: Ask, wanted: Wanted): Promise<Outlets> {
  const all: Outlets = { said: [], revealed: [], addresses: 0 }
  const find = (id: string) => wanted.indicators.find((one) => one.id === id)!
  const read = async (address: string) => {
    all.addresses++
    const { status, body } = await readAddress(app, address)
    if (status !== 200) throw new Error(`${address} answers ${status}: ${body.slice(0, 300)}`)
    return Buffer.from(body, 'latin1').toString('utf8')
  }
  for (const [at, cut] of someOf(wanted.indicators.flatMap(publicCuts), wanted).entries()) {
    const address = (format: Parameters<typeof addressOf>[2]) => addressOf(wanted, cut, format)
    const series = JSON.parse(await read(address('json'))) as SeriesOfJson
    const own = ofJson(address('json'), cut.declaration, series)
    all.said.push(...own)
    all.revealed.push(...moreOf(address('json'), series))
    all.said.push(...ofCsv(address('csv'), find, await read(address('csv')), cut.by))
    all.said.push(...ofTable(address('embed'), await read(address('embed')), series, own))
    if (cut.by !== null)
      for (const category of categoriesOf(series)) {
        const one = `${address('csv').replace(/&by=[^&]*/, '')}&filter=${cut.by}:${encodeURIComponent(category)}`
        all.said.push(...ofCsv(one, find, await read(one)).map((figure) => ({ ...figure, by: cut.by, category })))
      }
    if (at % WORKBOOK_EACH > 0) continue
    const response = await app.fetch(new Request(ORIGIN + address('xlsx')))
    const sheets = await sheetsOf(await response.arrayBuffer())
    all.addresses++
    all.said.push(...ofSheets(address('xlsx'), sheets, own, series.indicator.name))
  }
  await readWholes(ask, wanted, all)
  await readCountries(read, wanted, all)
  return all
}

/** Categories that are asked for alone: two that are hidden in some year, and one more. */
function categoriesOf({ figures }: SeriesOfJson): string[] {
  const keys = (some: typeof figures) => [...new Set(some.flatMap(({ category }) => category?.key ?? []))]
  const hidden = keys(figures.filter(({ gap }) => gap === 'SUPPRESSED')).slice(0, 2)
  return [...hidden, ...keys(figures.filter(({ category }) => !hidden.includes(category?.key ?? ''))).slice(0, 1)]
}

const AT_ONCE = 4

interface Whole {
  value: number | null
  numerator: number | null
  denominator: number | null
}

/** Wholes beside those of peers, in rankings, under every name that an indicator has, and against plans. */
async function readWholes(ask: Ask, wanted: Wanted, all: Outlets): Promise<void> {
  const { institution, indicators, years, release } = wanted
  const of = release ? ` release: "${release}"` : ''
  const every = indicators.flatMap((declaration) =>
    declaration.bases.flatMap((basis) =>
      scopesOf(declaration).flatMap((scope) =>
        Array.from({ length: years[1] - years[0] + 1 }, (_, at) => ({
          declaration,
          basis,
          scope,
          year: years[0] + at,
        })),
      ),
    ),
  )
  const questions = someOf(every, wanted)
  for (let at = 0; at < questions.length; at += AT_ONCE) {
    const some = questions.slice(at, at + AT_ONCE)
    const fields = some.map(({ declaration, basis, scope, year }, place) => {
      const asked = `indicator: "${declaration.id}" basis: ${basis} year: ${year}${scope ? ` scope: ${scope}` : ''}`
      const ranked = release
        ? ''
        : `r${place}: ranking(${asked} first: 50) { edges { node { figure { peer value numerator denominator } } } }`
      const isUsual = scope === (declaration.scope?.default ?? null) && basis === declaration.bases[0]
      const targets = `t${place}: indicator(id: "${declaration.id}") { series(institution: "${institution}" basis: ${basis} from: ${year} to: ${year}${of}) { figures { targets { actual } } } }`
      return `p${place}: peers(${asked} institution: "${institution}"${of}) { own { value numerator denominator size leftOut } }
        ${ranked} ${isUsual ? targets : ''}`
    })
    const { data, errors } = await ask(`{ ${fields.join('\n')} }`)
    all.addresses++
    if (errors) throw new Error(JSON.stringify(errors))
    const answer = data as Record<string, unknown>
    for (const [place, { declaration, basis, scope, year }] of some.entries()) {
      const say = (outlet: string, figure: Said['figure']) =>
        all.said.push({ outlet, declaration, basis, scope, by: null, year, category: null, figure })
      const { own } = answer[`p${place}`] as { own: Said['figure'] }
      say('peers', own)
      const ranking = answer[`r${place}`] as { edges: { node: { figure: Whole & { peer: string } } }[] } | undefined
      for (const { node } of ranking?.edges ?? [])
        if (node.figure.peer === institution) say('ranking', wholeOf(node.figure))
      const targets = answer[`t${place}`] as
        | { series: { figures: { targets: { actual: number | null }[] }[] } }
        | undefined
      for (const { actual } of targets?.series.figures[0]?.targets ?? []) say('targets', { value: actual })
    }
  }
}

const wholeOf = ({ value, numerator, denominator }: Whole): Said['figure'] => ({ value, numerator, denominator })

/** The one view with a name that anybody may have and that is of several series: by country, coming and going. */
async function readCountries(read: (address: string) => Promise<string>, wanted: Wanted, all: Outlets): Promise<void> {
  const { institution, years, indicators, release } = wanted
  const sides = { introduction: 'DN02', export: 'DN03' } as const
  const [into, out] = Object.values(sides).map((code) => indicators.find((one) => one.code === code))
  if (!into || !out) return
  for (let year = years[0]; year <= years[1]; year++) {
    const address = `/i/who-learns-by-country.json?institution=${institution}&year=${year}&lang=en${release ? `&release=${release}` : ''}`
    const { rows } = JSON.parse(await read(address)) as { rows: Record<string, string | number | null>[] }
    for (const row of rows)
      for (const [side, declaration] of [
        ['introduction', into],
        ['export', out],
      ] as [string, Declaration][])
        all.said.push({
          ...{ outlet: address, declaration, basis: row['basis'] as Cut['basis'], by: 'country' },
          scope: (row['scope'] as Cut['scope']) ?? declaration.scope?.default ?? null,
          ...{ year: Number(row['year']), category: row['country'] as string },
          figure: { value: row[side] as number | null },
        })
  }
}
