import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listImports, listSourceFiles, ROOT } from './source-files.ts'

/** What the server is built of, from the ground up: a folder imports itself and those before it, never one after it. */
const LAYERS = [
  'ground',
  ...['reference', 'brand', 'database'].map((name) => `ground/${name}`),
  'records',
  ...['revisions', 'identity', 'templates'].map((name) => `records/${name}`),
  ...['ground', 'readers', 'sheets', 'cells', 'columns', 'sums', 'mapping'].map((name) => `records/import/${name}`),
  ...['saved', 'check', 'report', 'place', 'moves'].map((name) => `records/import/${name}`),
  ...['import', 'mappings', 'own-fields'].map((name) => `records/${name}`),
  'access',
  ...['indicators', 'forms', 'disclosure', 'releases'].map((name) => `figures/${name}`),
  'figures',
  ...['unreported', 'changes', 'adoptions', 'curriculum', 'targets', 'quality'].map((name) => `answers/${name}`),
  ...['skills', 'platforms', 'subjects', 'forms', 'peers', 'reconcile', 'change'].map((name) => `answers/${name}`),
  'answers',
  'desk',
  ...['uploads', 'by-hand', 'intake', 'evidence', 'releases', 'backup', 'demonstration'].map((name) => `desk/${name}`),
  ...['address', 'reports', 'graph', 'docs', 'pictures', 'http', 'publish'].map((name) => `outlets/${name}`),
  ...['cli', 'generate'].map((name) => `outlets/${name}`),
  '',
]

const files = listSourceFiles()
const imports = files.flatMap(listImports).filter(({ to }) => /\.tsx?$/.test(to))

/** The layer of a file of the server: that of its folder, or of the nearest folder around it that has one. */
function layerOf(file: string): number {
  const folders = file.split('/').slice(2, -1)
  while (folders.length > 0 && !LAYERS.includes(folders.join('/'))) folders.pop()
  return LAYERS.indexOf(folders.join('/'))
}

test('every folder at the top of the server is a room with its layers', () => {
  const rooms = new Set(files.filter((file) => /^server\/src\/[^/]+\//.test(file)).map((file) => file.split('/')[2]))
  expect([...rooms].sort()).toEqual(['access', 'answers', 'desk', 'figures', 'ground', 'outlets', 'records'])
  const atTop = files.filter((file) => layerOf(file) === LAYERS.length - 1 && file.startsWith('server/src/'))
  expect(atTop.sort()).toEqual(['server/src/main.ts', 'server/src/start-server.ts'])
})

test('every folder of the import is a room with its layer, in the order in which the README of the records has them', () => {
  const folders = files.flatMap((file) => /^server\/src\/(records\/import\/[^/]+)\//.exec(file)?.[1] ?? [])
  const rooms = LAYERS.filter((layer) => layer.startsWith('records/import/'))
  expect([...new Set(folders)].sort()).toEqual(rooms.toSorted())
  const readme = readFileSync(join(ROOT, 'server/src/records/README.md'), 'utf8')
  const named = [...readme.matchAll(/^\| `([a-z]+)` \| .*$/gm)].map(([, name]) => `records/import/${name}`)
  expect(named.filter((name) => folders.includes(name))).toEqual(rooms)
})

test('imports of the server lead down', () => {
  const up = imports.filter(
    ({ from, to }) => from.startsWith('server/src/') && to.startsWith('server/src/') && layerOf(to) > layerOf(from),
  )
  expect(up.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('no files import each other in a circle', () => {
  const targets = new Map<string, string[]>()
  for (const { from, to, starts } of imports)
    if (!starts && !from.startsWith('tests/')) targets.set(from, [...(targets.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const to of targets.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of targets.keys()) walk(file, [])
  expect(circles).toEqual([])
})
