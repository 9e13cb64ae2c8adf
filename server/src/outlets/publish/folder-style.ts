import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { paletteWith, type Light, type OwnColors } from '@causeway/shared/colors'

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
