import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listSourceFiles, ROOT } from './source-files.ts'

const FOLDER = join(ROOT, 'web', 'src', 'styles')

/** Which pages ask for each sheet; `main.tsx` for those that every page has. */
const askedBy = new Map<string, Set<string>>()
for (const file of listSourceFiles().filter((name) => /^web\/src\/.*\.tsx?$/.test(name)))
  for (const [, sheet] of readFileSync(join(ROOT, file), 'utf8').matchAll(/styles\/([\w-]+\.css)'/g)) {
    const page = /^web\/src\/features\/([^/]+)/.exec(file)?.[1] ?? file
    askedBy.set(sheet!, (askedBy.get(sheet!) ?? new Set()).add(page))
  }
const ofEveryPage = [...askedBy].filter(([, by]) => by.has('web/src/main.tsx')).map(([sheet]) => sheet)

function selectorsOf(sheet: string): string[] {
  const text = readFileSync(join(FOLDER, sheet), 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
  return [...text.matchAll(/([^{};]+)\{/g)]
    .filter(([, prelude]) => !/^\s*(@|to\b|from\b|\d+%)/.test(prelude!))
    .flatMap(([, prelude]) => prelude!.split(/,(?![^(]*\))/).map((selector) => selector.trim()))
}
const classesOf = (selector: string) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!)
const common = new Set(ofEveryPage.flatMap(selectorsOf).flatMap(classesOf))

test('every style sheet is asked for by somebody', () => {
  const sheets = readdirSync(FOLDER)
  expect(sheets.length).toBeGreaterThan(20)
  expect(sheets.filter((sheet) => !askedBy.has(sheet))).toEqual([])
})

// A sheet stays once its page was opened, and a published folder has them all in one.
test('no style sheet of a page dresses what another page dresses, nor elements as such', () => {
  const dressed = new Map<string, string[]>()
  const bare: string[] = []
  for (const sheet of askedBy.keys()) {
    if (ofEveryPage.includes(sheet)) continue
    for (const selector of selectorsOf(sheet)) {
      if (classesOf(selector).length === 0) bare.push(`${sheet}: ${selector}`)
      const first = classesOf(selector).find((name) => !common.has(name))
      if (first) dressed.set(first, [...(dressed.get(first) ?? []), sheet])
    }
  }
  expect(bare).toEqual([])
  const shareAPage = (one: string, other: string) =>
    [...askedBy.get(one)!].some((page) => askedBy.get(other)!.has(page))
  const twice = [...dressed].filter(([, sheets]) => sheets.some((sheet) => !shareAPage(sheet, sheets[0]!)))
  expect(twice.map(([name, sheets]) => `${name}: ${[...new Set(sheets)].join(' ')}`)).toEqual([])
})
