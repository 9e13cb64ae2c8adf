import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from './source-files.ts'

const DOCS = 'server/docs'
/** An example of a guide. */
const WRITTEN_BY_READERS = ['web/src/features/sites/sites-page.tsx']
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const pages = readdirSync(join(ROOT, DOCS), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
)
const headings = (page: string) => read(page).match(/^#+ /gm)?.join('')

describe('documents', () => {
  test.each(['README.md', 'ARCHITECTURE.md', ...pages.map((name) => join(DOCS, name))])(
    '%s links to files only',
    (page) => {
      const links = [...read(page).matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link!)
      const missing = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(ROOT, dirname(page), link)))
      expect(missing).toEqual([])
    },
  )

  test('guides name files that are there, and commands that find a test', () => {
    const all = pages.map((name) => read(join(DOCS, name))).join('\n')
    const places = [...all.matchAll(/`((?:server|shared|tests|web)\/[\w./-]+)`/g)].map(([, path]) => path!)
    expect(places.filter((path) => !existsSync(join(ROOT, path)) && !WRITTEN_BY_READERS.includes(path))).toEqual([])
    const filters = [...all.matchAll(/npm test -- ([a-z][^#`\n]*)/g)].flatMap(([, given]) => given!.trim().split(/\s+/))
    const tests = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /^(?!node_modules).*\.test\.ts$/.test(path),
    )
    expect(filters.filter((filter) => !tests.some((path) => path.includes(filter)))).toEqual([])
  })

  test.each(pages.filter((name) => name.endsWith('.en.md')))('%s has the same parts in Chinese', (name) => {
    expect(headings(join(DOCS, name.replace('.en.md', '.zh.md')))).toBe(headings(join(DOCS, name)))
  })

  test('the README fits on three screens and leads to every page', () => {
    const readme = read('README.md')
    expect(readme.split('\n').length).toBeLessThanOrEqual(151)
    const unnamed = pages.filter((name) => !name.includes('/') && !readme.includes(`(${DOCS}/${name})`))
    expect(unnamed).toEqual([])
  })
})
