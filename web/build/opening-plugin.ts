import { join } from 'node:path'
import { PALETTES, type Light } from '@causeway/shared/colors'
import { build, type Plugin, type Rolldown } from 'vite'
import { paletteProperties } from '../src/shell/palette-properties.ts'

/** The feature folder and the name of its page. */
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
        const styles = Object.values(bundle!).find(
          (part): part is Rolldown.OutputAsset =>
            part.type === 'asset' && /\/index-[\w-]+\.css$/.test(`/${part.fileName}`),
        )!
        const link = new RegExp(`<link rel="stylesheet"[^>]*${styles.fileName}">`)
        // A pattern in `replace` would read `$` in the styles.
        return html
          .replace(link, () => `<style>${coloursOf()}${String(styles.source).trim()}</style>`)
          .replace('<!-- opening -->', () => '<script>' + OPENING + '</script>')
          .replace(OPENING, await openingScript(bundle!))
      },
    },
  }
}

const OPENING = '/* opening */'

async function openingScript(bundle: Rolldown.OutputBundle): Promise<() => string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, '../src/opening/open-page.ts'), formats: ['iife'], name: 'opening' },
    },
  })) as unknown as Rolldown.RolldownOutput[]
  const files = JSON.stringify(filesOfPages(bundle))
  const code = built!.output[0].code.trim().replace('PAGE_FILES', () => files)
  return () => code
}

/** For each page the files that it needs beside those of every page. */
function filesOfPages(bundle: Rolldown.OutputBundle): Record<string, string[]> {
  const chunks = Object.values(bundle).filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const always = reach(
    chunks.find(({ isEntry }) => isEntry)!,
    byName,
  )
  const pages: Record<string, string[]> = {}
  for (const chunk of chunks) {
    const page = PAGE_PART.exec(chunk.facadeModuleId ?? '')?.[1]
    if (!page) continue
    const own = [...reach(chunk, byName)].filter((file) => !always.has(file))
    const styles = [...own].flatMap((file) => [...(byName.get(file)?.viteMetadata?.importedCss ?? [])])
    pages[page] = [...own, ...new Set(styles)].map((file) => `/${file}`)
  }
  return pages
}

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
function coloursOf(): string {
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
