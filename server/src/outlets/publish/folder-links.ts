import { createHash } from 'node:crypto'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { PageBrand, StillTools } from '@causeway/shared/still-page'
import type { Locale } from '@causeway/shared/words/words'
import type { Logo } from '../../ground/brand/brand.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { plainAddress } from './folder-page.ts'
import type { DrawnChart, StillDesk } from './still-desk.ts'
import { join, posix } from 'node:path'
import { readdirSync, readFileSync } from 'node:fs'
import { type Light, type OwnColors, paletteWith } from '@causeway/shared/colors'

/** What every link to data says, and a folder of one institution need not. */
const UNSAID = new Set(['institution', 'from', 'to', 'lang', 'year'])

export const STYLE_FILE = 'assets/causeway.css'
export const SCRIPT_FILE = 'assets/page.js'

/** Where the logo of the college is. */
export function logoFile({ type }: Logo): string {
  return `assets/logo.${type === 'image/png' ? 'png' : 'svg'}`
}

interface NotedChart {
  file: DrawnChart
  drawn: Promise<DrawnChart>
}

/**
 * Knows which file represents which address, and notes what the pages point to: it is written after them. Charts are ordered at once.
 * @param files by the plain address of a page its file, without its language
 */
export function folderLinks(causeway: Causeway, files: ReadonlyMap<string, string>, desk: Pick<StillDesk, 'draw'>) {
  const charts = new Map<string, NotedChart>()
  /** By the file, the address of the app that answers what goes into it. */
  const data = new Map<string, string>()

  /** What a page at `file` is given to link and draw with. */
  const toolsOf = (file: string, locale: Locale): Pick<StillTools, 'link' | 'draw' | 'assets' | 'brand'> => ({
    link: (address) => link(file, address, locale),
    draw: (spec) => draw(file, spec, locale),
    brand: brandOf(file),
    assets: { style: relativeLink(file, STYLE_FILE), script: relativeLink(file, SCRIPT_FILE) },
  })
  return { charts, data, toolsOf }

  function brandOf(file: string): PageBrand | null {
    const { brand } = causeway
    if (!brand) return null
    const { name, runBy, contact, logo } = brand
    return { name, runBy, contact, logo: logo && relativeLink(file, logoFile(logo)) }
  }

  function link(from: string, address: string, locale: Locale): string | null {
    if (/^\/(i|forms)\/.+\.\w+(\?|$)/.test(address)) {
      const to = fileOfAddress(address)
      data.set(to, address)
      return relativeLink(from, to)
    }
    const file = files.get(plainAddress(causeway, address))
    if (!file) return null
    const lang = new URLSearchParams(address.split('?')[1]).get('lang') ?? (locale === 'ZH' ? 'zh' : 'en')
    return relativeLink(from, `${lang}/${file}`)
  }

  function draw(from: string, spec: ChartSpec, locale: Locale): DrawnChart {
    const name = createHash('sha256')
      .update(locale + JSON.stringify(spec))
      .digest('hex')
      .slice(0, 16)
    const file = { light: `charts/${name}-light.svg`, dark: `charts/${name}-dark.svg` }
    if (!charts.has(name)) charts.set(name, { file, drawn: desk.draw(spec, locale) })
    return { light: relativeLink(from, file.light), dark: relativeLink(from, file.dark) }
  }
}

/** The link from one file of a folder to another, each named from the folder: it holds wherever the folder is put. */
function relativeLink(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}

/**
 * The file in the folder that holds what an address of data answers: `/i/training-person-days.csv?by=country&lang=zh` is
 * `data/training-person-days-by-country-zh.csv`. Whatever else is asked for is in it as a hash.
 */
function fileOfAddress(address: string): string {
  const [path, query = ''] = address.split('?') as [string, string?]
  const asked = new URLSearchParams(query)
  const dot = path.lastIndexOf('.')
  const name = path.slice(1, dot).replace(/^i\//, '').replaceAll('/', '-')
  const by = asked.get('by')
  const others = [...asked].filter(([key]) => !UNSAID.has(key) && key !== 'by').toSorted()
  const hash = createHash('sha256').update(JSON.stringify(others)).digest('hex').slice(0, 8)
  const parts = [decodeURIComponent(name), by && `by-${by}`, others.length > 0 && hash, asked.get('lang')]
  return `data/${parts
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]/g, '_')}${path.slice(dot)}`
}

/**
 * The style sheet of the folder: all that the app has, and its colours by the system's choice, dark on a dark screen and light
 * on paper. In its own file, for a page in a folder can set none by script.
 */
export function folderStyle(webRoot: string, own: OwnColors): string {
  const assets = join(webRoot, 'assets')
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'))
  // What every page has goes before what a page adds.
  const [shared, others] = [
    sheets.filter((name) => name.startsWith('index-')),
    sheets.filter((name) => !name.startsWith('index-')),
  ]
  return [
    `:root{${colorsOf(own, 'light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${colorsOf(own, 'dark')}}}`,
    ...[...shared, ...others.toSorted()].map((name) => readFileSync(join(assets, name), 'utf8')),
  ].join('\n')
}

function colorsOf(own: OwnColors, light: Light): string {
  const { themes, soft, ...plain } = paletteWith(own, light)
  return [
    `color-scheme:${light}`,
    ...Object.entries(plain).map(([name, color]) => `--${name.replace(/(\d)/, '-$1')}:${color}`),
    ...Object.entries(themes).map(([name, color]) => `--${name.toLowerCase()}:${color}`),
    ...Object.entries(soft).map(([name, color]) => `--${name.toLowerCase()}-soft:${color}`),
  ].join(';')
}
