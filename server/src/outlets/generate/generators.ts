import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../ground/files.ts'

export interface Generator {
  /** As in `npm run generate -- docs`. */
  name: string
  /** Text by path from the project's folder. What it reads is imported in here: what an earlier one wrote is there by then. */
  write: () => Promise<Record<string, string>>
}

/** Everything committed that is made from declarations, in the order in which one needs the other. */
export const GENERATORS: readonly Generator[] = [
  {
    name: 'record-types',
    write: async () => ({
      'server/src/records/record-types.json': (await import('./record-types.ts')).writeRecordTypes(),
    }),
  },
  {
    name: 'indicators',
    write: async () => ({
      'server/src/figures/indicators/catalogue.json': await (await import('./indicators.ts')).writeCatalogue(),
    }),
  },
  {
    name: 'schema',
    write: async () => ({ 'server/schema.graphql': (await import('../graph/schema.ts')).printGraph() }),
  },
  {
    name: 'questions',
    write: async () => ({
      'web/src/graph/generated.ts': await (await import('./question-types.ts')).writeQuestionTypes(),
    }),
  },
  {
    name: 'docs',
    write: async () => {
      const { PAGES } = await import('../docs/pages.ts')
      const { galleryPages } = await import('../docs/gallery.ts')
      const made = Object.entries(PAGES).map(([name, page]) => [name, page()] as const)
      const pages = [...made, ...Object.entries(await galleryPages())]
      return Object.fromEntries(pages.map(([name, text]) => [`server/docs/${name}`, text]))
    },
  },
]

/** The files that are not, or not any more, what a generator writes. */
export function outdated(files: Record<string, string>): string[] {
  return Object.keys(files).filter((path) => read(path) !== files[path])
}

function read(path: string): string | null {
  try {
    return readFileSync(join(PROJECT_ROOT, path), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
