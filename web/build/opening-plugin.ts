import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { PALETTES, type Light } from '@causeway/shared/colors'
import { build, type Plugin, type Rolldown } from 'vite'
import { paletteProperties } from '../src/shell/palette-properties.ts'

const toBrotli = promisify(brotliCompress)

/** What draws most charts, and the feature folder with the name of its page. */
const CHART_PART = /\/charts\/chart-canvas\.tsx$/
const PAGE_PART = /\/features\/[^/]+\/([a-z-]+)-page\.tsx$/

/**
 * Puts into the page what it needs before the app is there: the script that asks and fetches early, the styles that every page has,
 * and its colours.
 */
export function opening(): Plugin {
  return {
    name: 'causeway-opening',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const script = await openingScript(bundle!)
        // A pattern in a replacement would read the `$` of scripts and styles.
        return html
          .replace(LINKED_STYLES, (_, file: string) => `<style>${stylesOf(bundle!, file)}</style>`)
          .replace('<!-- opening -->', () => `<style>${colorRules()}</style>\n    <script>${script}</script>`)
      },
    },
    async writeBundle({ dir }, bundle) {
      await Promise.all(Object.keys(bundle).map((file) => compressBeside(join(dir!, file))))
    },
  }
}

/** Styles that every page has: in the page itself, they cost no request before anything is seen. */
const LINKED_STYLES = /<link rel="stylesheet"[^>]*href="\/([^"]+)">/g

function stylesOf(bundle: Rolldown.OutputBundle, file: string): string {
  const styles = bundle[file]
  if (styles?.type !== 'asset') throw new Error(`the page links ${file}, which is not built`)
  return String(styles.source).trim()
}

/** What is sent a thousand times is worth the smallest form, made once. */
async function compressBeside(file: string): Promise<void> {
  if (!/\.(js|css)$/.test(file)) return
  const small = await toBrotli(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  await writeFile(`${file}.br`, small)
}

async function openingScript(bundle: Rolldown.OutputBundle): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, '../src/opening/open-page.ts'), formats: ['iife'], name: 'opening' },
    },
  })) as unknown as Rolldown.RolldownOutput[]
  const files = JSON.stringify(filesOfPages(bundle))
  return built!.output[0].code.trim().replace('PAGE_FILES', () => files)
}

/** For each page the files that it needs beside those of every page, and those that it fetches once it is seen. */
function filesOfPages(bundle: Rolldown.OutputBundle): Record<string, [first: string[], later: string[]]> {
  const chunks = Object.values(bundle).filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const always = reach(
    chunks.find(({ isEntry }) => isEntry)!,
    byName,
  )
  const pages: Record<string, [string[], string[]]> = {}
  for (const chunk of chunks) {
    const page = PAGE_PART.exec(chunk.facadeModuleId ?? '')?.[1]
    if (!page) continue
    const reached = reach(chunk, byName)
    const own = [...reached].filter((file) => !always.has(file))
    const styles = own.flatMap((file) => [...(byName.get(file)?.viteMetadata?.importedCss ?? [])])
    const later = own
      .flatMap((file) => byName.get(file)?.dynamicImports ?? [])
      .filter((file) => CHART_PART.test(byName.get(file)?.facadeModuleId ?? ''))
      .flatMap((file) => [...reach(byName.get(file)!, byName)])
      .filter((file) => !always.has(file) && !reached.has(file))
    pages[page] = [[...own, ...new Set(styles)].map(toAddress), [...new Set(later)].map(toAddress)]
  }
  return pages
}

const toAddress = (file: string) => `/${file}`

function reach(from: Rolldown.OutputChunk, byName: Map<string, Rolldown.OutputChunk>, known = new Set<string>()) {
  if (known.has(from.fileName)) return known
  known.add(from.fileName)
  for (const name of from.imports) {
    const chunk = byName.get(name)
    if (chunk) reach(chunk, byName, known)
  }
  return known
}

/** Until the app sets them for good. */
function colorRules(): string {
  const rules = (light: Light) =>
    paletteProperties(PALETTES[light])
      .map(([name, color]) => `${name}:${color}`)
      .join(';')
  return [
    `:root{${rules('light')}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${rules('dark')}}}`,
    `[data-theme=dark]{${rules('dark')}}`,
  ].join('')
}
