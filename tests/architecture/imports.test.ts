import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, hasOwnExport, listImports, listSourceFiles, type Import } from './source-files.ts'

const files = listSourceFiles()
const imports = files.flatMap(listImports)

/** The imports that a rule forbids, as `file → what it imports`. */
function broken(forbids: (found: Import) => boolean): string[] {
  return imports.filter(forbids).map(({ from, to }) => `${from} → ${to}`)
}

const WARNINGS = 'server/src/records/warnings'
const isOurs = (to: string) => /^(server|web|shared|tests)\//.test(to)
const isIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`))
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

test('the imports of every part were really read', () => {
  for (const part of ['server/src', 'web/src', 'shared/src', 'tests']) {
    expect(imports.filter(({ from }) => isIn(from, part)).length, part).toBeGreaterThan(20)
  }
  expect(imports.some(({ to }) => to === 'shared/src/words/words.ts')).toBe(true)
  expect(imports.some(({ to }) => to === 'kysely')).toBe(true)
})

test('every import of ours leads to a file that is there', () => {
  const known = new Set(files)
  expect(broken(({ to }) => isOurs(to) && /\.tsx?$/.test(to) && !known.has(to))).toEqual([])
})

test('what is served imports no package that only tests and checks install', () => {
  const manifests = ['server', 'web', 'shared'].map((part) => {
    const text = readFileSync(join(ROOT, part, 'package.json'), 'utf8')
    return [part, Object.keys((JSON.parse(text) as { dependencies?: object }).dependencies ?? {})] as const
  })
  const served = new Map(manifests)
  const isInstalled = ({ from, to }: Import) =>
    served.get(from.split('/')[0]!)!.some((name) => to === name || to.startsWith(`${name}/`))
  expect(
    broken(
      (found) =>
        !found.typeOnly &&
        isIn(found.from, ...served.keys()) &&
        // `npm run generate` installs the tools, and nothing that is served imports it.
        !isIn(found.from, 'server/src/outlets/generate') &&
        !isOurs(found.to) &&
        !/^(node|virtual):/.test(found.to) &&
        !isInstalled(found),
    ),
  ).toEqual([])
})

describe('who may import whom', () => {
  test('shared imports nothing of ours, nothing of Node and no library', () => {
    expect(
      broken(
        ({ from, to, typeOnly }) =>
          isIn(from, 'shared/src') && !isIn(to, 'shared/src') && !(to.startsWith('chart.js') && typeOnly),
      ),
    ).toEqual([])
  })

  test('web imports shared, and never the server', () => {
    expect(broken(({ from, to }) => isIn(from, 'web') && isOurs(to) && !isIn(to, 'web', 'shared/src'))).toEqual([])
  })

  test('the server never imports web or the tests', () => {
    expect(broken(({ from, to }) => isIn(from, 'server') && isOurs(to) && !isIn(to, 'server', 'shared/src'))).toEqual(
      [],
    )
  })

  test('only the database, stores, warnings, and what compiles and evaluates indicators import Kysely', () => {
    const mayImport = (from: string) =>
      isIn(from, 'server/src/ground/database', 'tests', 'server/src/figures/indicators/compile', WARNINGS) ||
      from.endsWith('/store.ts') ||
      /^server\/src\/figures\/indicators\/(compile|evaluate)[^/]*\.ts$/.test(from)
    expect(broken(({ from, to }) => /^kysely(\/|$)/.test(to) && !mayImport(from))).toEqual([])
  })

  test('a warning, whose query is beside its words, is known to the list of warnings and to other warnings only', () => {
    expect(broken(({ from, to }) => isIn(to, WARNINGS) && !isIn(from, WARNINGS) && from !== `${WARNINGS}.ts`)).toEqual(
      [],
    )
  })

  test('only the database knows which database it is', () => {
    expect(
      broken(
        ({ from, to }) => /^(better-sqlite3|pg)(\/|$)/.test(to) && !isIn(from, 'server/src/ground/database', 'tests'),
      ),
    ).toEqual([])
  })

  test('migrations are frozen: they read no declaration of a record type', () => {
    expect(
      broken(
        ({ from, to }) =>
          isIn(from, 'server/src/ground/database/migrations') && isOurs(to) && !isIn(to, 'server/src/ground/database'),
      ),
    ).toEqual([])
  })

  test('the vocabulary and the catalogue of indicators import no Kysely and no store', () => {
    const isWords = (from: string) =>
      from === 'server/src/figures/indicators/definition.ts' || from === 'server/src/figures/indicators/catalogue.ts'
    expect(
      broken(
        ({ from, to }) =>
          isWords(from) &&
          (to.startsWith('kysely') || isIn(to, 'server/src/ground/database') || to.endsWith('/store.ts')),
      ),
    ).toEqual([])
  })

  test('graph never imports Kysely or a store, not even a type', () => {
    expect(
      broken(
        ({ from, to }) =>
          isIn(from, 'server/src/outlets/graph') && (to.startsWith('kysely') || to.endsWith('/store.ts')),
      ),
    ).toEqual([])
  })

  test('import knows nothing of indicators and figures', () => {
    expect(broken(({ from, to }) => isIn(from, 'server/src/records/import') && isIn(to, 'server/src/figures'))).toEqual(
      [],
    )
  })

  test('features of the page never import each other', () => {
    const feature = (path: string) => /^web\/src\/features\/([^/]+)\//.exec(path)?.[1]
    expect(
      broken(
        ({ from, to }) => feature(from) !== undefined && feature(to) !== undefined && feature(from) !== feature(to),
      ),
    ).toEqual([])
  })

  test('only the charts of the page and the pictures of the server import Chart.js; shared knows its types', () => {
    const mayImport = ({ from, typeOnly }: Import) =>
      isIn(from, 'web/src/charts', 'server/src/outlets/pictures', 'tests') || (isIn(from, 'shared/src') && typeOnly)
    expect(broken((found) => /^(chart\.js|chartjs-)/.test(found.to) && !mayImport(found))).toEqual([])
  })

  test('only the page imports what draws it and the client of the graph', () => {
    expect(
      broken(
        ({ from, to }) =>
          /^(p?react|react-dom|preact-render-to-string|urql|@urql)(\/|$)/.test(to) && !isIn(from, 'web'),
      ),
    ).toEqual([])
  })

  test('a store is imported by its own folder only', () => {
    const isForeign = (from: string, to: string) => to.endsWith('/store.ts') && folderOf(from) !== folderOf(to)
    expect(broken(({ from, to }) => !isIn(from, 'tests') && isForeign(from, to))).toEqual([])
  })
})

describe('names', () => {
  test('no folder or file is called utils, helpers, common or misc', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file))).toEqual([])
  })

  test('files are kebab-case', () => {
    const name = (file: string) => file.slice(file.lastIndexOf('/') + 1)
    expect(files.filter((file) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.(tsx?|mjs)$/.test(name(file)))).toEqual([])
  })

  test('there are no barrels', () => {
    expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([])
    const passesOn = new Set(imports.filter(({ reexports }) => reexports).map(({ from }) => from))
    expect([...passesOn].filter((file) => !hasOwnExport(file))).toEqual([])
  })
})
