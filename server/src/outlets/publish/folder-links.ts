import { createHash } from 'node:crypto'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { USUAL_ZONE } from '@causeway/shared/moment'
import type { PageBrand, StillTools } from '@causeway/shared/still-page'
import type { Locale } from '@causeway/shared/words/words'
import type { Logo } from '../../ground/brand/brand.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { colourIn } from './chart-colours.ts'
import { plainAddress, type FolderPage } from './folder-page.ts'
import type { StillDesk } from './still-desk.ts'
import { kept } from '../../ground/kept.ts'
import { join, posix } from 'node:path'
import { readdirSync, readFileSync } from 'node:fs'
import { type Light, type OwnColors, paletteWith } from '@causeway/shared/colors'

/** What every link to data says, and a folder of one institution need not. */
const UNSAID = new Set(['institution', 'from', 'to', 'lang', 'year', 'by'])

export const STYLE_FILE = 'assets/causeway.css'
export const SCRIPT_FILE = 'assets/page.js'

/** Where the logo of the college is. */
export function logoFile({ type }: Logo): string {
  return `assets/logo.${type === 'image/png' ? 'png' : 'svg'}`
}

/**
 * Knows which file represents which address, and notes what the pages point to: it is written after them. Charts are ordered at once.
 */
export function folderLinks(causeway: Causeway, pages: readonly FolderPage[], desk: Pick<StillDesk, 'draw'>) {
  const places = new Map(pages.map((page) => [page.address, page]))
  const charts = new Map<string, Promise<string>>()
  /** By the file, the addresses of the app that answer what goes into it: of the whole, and of its breakdowns. */
  const data = new Map<string, Set<string>>()

  /** What a page at `file` is given to link and draw with. */
  const toolsOf = (
    file: string,
    locale: Locale,
  ): Pick<StillTools, 'link' | 'draw' | 'assets' | 'brand' | 'timeZone'> => ({
    link: (address) => link(file, address, locale),
    draw: (spec) => draw(spec, locale),
    brand: brandOf(file),
    timeZone: causeway.timeZone ?? USUAL_ZONE,
    assets: { style: relativeLink(file, STYLE_FILE), script: relativeLink(file, SCRIPT_FILE) },
  })
  return { data, toolsOf, withCharts }

  function brandOf(file: string): PageBrand | null {
    const { brand } = causeway
    if (!brand) return null
    const { name, runBy, contact, logo } = brand
    return { name, runBy, contact, logo: logo && relativeLink(file, logoFile(logo)) }
  }

  function link(from: string, address: string, locale: Locale): string | null {
    if (/^\/(i|forms)\/.+\.\w+(\?|$)/.test(address)) {
      const to = fileOfAddress(address)
      kept(data, to, () => new Set<string>()).add(address)
      return relativeLink(from, to)
    }
    const page = places.get(plainAddress(causeway, address))
    if (!page) return null
    const lang = new URLSearchParams(address.split('?')[1]).get('lang') ?? (locale === 'ZH' ? 'zh' : 'en')
    return relativeLink(from, `${lang}/${page.file}`) + (page.view ? `#${page.view}` : '')
  }

  function draw(spec: ChartSpec, locale: Locale): string {
    const name = createHash('sha256')
      .update(locale + JSON.stringify(spec))
      .digest('hex')
      .slice(0, 16)
    kept(charts, name, () => desk.draw(spec, locale))
    return `<svg data-chart="${name}"></svg>`
  }

  /** A page with its charts where they were ordered. */
  async function withCharts(html: string): Promise<string> {
    const parts = html.split(/<svg data-chart="(\w+)"><\/svg>/)
    const drawn = await Promise.all(
      parts.map(async (part, at) => (at % 2 === 0 ? part : withOwnIds(await charts.get(part)!, `c${at}`))),
    )
    return drawn.join('')
  }
}

/** Patterns of a chart are called `p0`, `p1` and so on: in a page with several no two may have one name. */
const withOwnIds = (svg: string, before: string): string => svg.replaceAll(/( id="|url\(#|href="#)p/g, `$1${before}p`)

/** The link from one file of a folder to another, each named from the folder: it holds wherever the folder is put. */
export function relativeLink(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}

/** Formats of series that go into the archive of their indicator. */
const ZIPPED = new Set(['.csv', '.json'])

/**
 * The file in the folder that holds what an address of data answers: `/i/training-person-days.csv?by=country&lang=zh` is in
 * `data/training-person-days-zh.zip`, as its `.json` is; a picture is a file of its own. Whatever else is asked for is in its name as a
 * hash.
 */
function fileOfAddress(address: string): string {
  const [path, query = ''] = address.split('?') as [string, string?]
  const asked = new URLSearchParams(query)
  const dot = path.lastIndexOf('.')
  const [isSeries, format] = [path.startsWith('/i/'), path.slice(dot)]
  const name = path.slice(1, dot).replace(/^i\//, '').replaceAll('/', '-')
  const others = [...asked].filter(([key]) => !UNSAID.has(key)).toSorted()
  const hash = createHash('sha256').update(JSON.stringify(others)).digest('hex').slice(0, 8)
  const parts = [decodeURIComponent(name), others.length > 0 && hash, asked.get('lang')]
  return `data/${parts
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]/g, '_')}${isSeries && ZIPPED.has(format) ? '.zip' : format}`
}

/**
 * The style sheet of the folder: all that the app has, and its colours by the system's choice, dark on a dark screen and light
 * on paper. In its own file, for a page in a folder can set none by script.
 */
export function folderStyle(webRoot: string, own: OwnColors, ofCharts: ReadonlySet<string>): string {
  const assets = join(webRoot, 'assets')
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'))
  // What every page has goes before what a page adds.
  const [shared, others] = [
    sheets.filter((name) => name.startsWith('index-')),
    sheets.filter((name) => !name.startsWith('index-')),
  ]
  return [
    `:root{${colorsOf(own, ofCharts, 'light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${colorsOf(own, ofCharts, 'dark')}}}`,
    ...[...shared, ...others.toSorted()].map((name) => readFileSync(join(assets, name), 'utf8')),
  ].join('\n')
}

function colorsOf(own: OwnColors, ofCharts: ReadonlySet<string>, light: Light): string {
  const { themes, soft, ...plain } = paletteWith(own, light)
  return [
    `color-scheme:${light}`,
    ...Object.entries(plain).map(([name, color]) => `--${name.replace(/(\d)/, '-$1')}:${color}`),
    ...Object.entries(themes).map(([name, color]) => `--${name.toLowerCase()}:${color}`),
    ...Object.entries(soft).map(([name, color]) => `--${name.toLowerCase()}-soft:${color}`),
    ...[...ofCharts].toSorted().map((name) => `--${name}:${colourIn(light, name)}`),
  ].join(';')
}
