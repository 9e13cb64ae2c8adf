import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { formsFor, seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { mirroredChartSpec } from '@causeway/shared/charts/mirrored'
import { heightAlone } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { markNotes } from '@causeway/shared/charts/reading'
import type { Figure, Gap } from '@causeway/shared/figure'
import { wrapText } from '@causeway/server/outlets/pictures/text'
import { registerFonts } from '@causeway/server/outlets/pictures/drawing-kit'
import { drawChartAsTextSvg } from '@causeway/server/outlets/pictures/draw-chart'
import type { Picture } from '@causeway/server/outlets/pictures/picture'
import { folderOfTest } from '../../support/folders.ts'
import { countFacts, figure, partial, seriesOf } from '../shared/figures.ts'
import { ROOT } from '../../architecture/source-files.ts'

const COUNT = countFacts((key) => ({ zh: key, en: key }))
const KEYS = ['Laos', 'Viet Nam', 'Thailand']
const YEARS = Array.from({ length: 24 }, (_, at) => 2001 + at)
const last = (one: Figure) => (one.period.year === 2024 ? partial(one) : one)

const ofGap: Record<number, Gap> = { 2018: 'SUPPRESSED', 2020: 'NO_RECORDS' }
const overYears = YEARS.map((year) => last(figure(year, ofGap[year] ?? 10 * (year - 2014))))
const byCategory = YEARS.flatMap((year) =>
  KEYS.map((category, at) =>
    last(figure(year, at === 1 && ofGap[year] ? ofGap[year] : 10 * (year - 2014 + at), { category })),
  ),
)

const SPECS: [string, ChartSpec][] = [
  ...(['bars', 'lines'] as const).map((form): [string, ChartSpec] => [
    `years as ${form}`,
    seriesToChartSpec(seriesOf(overYears), COUNT, form),
  ]),
  ...formsFor(seriesOf(byCategory, 'programme'), COUNT).map((form): [string, ChartSpec] => [
    `categories as ${form}`,
    seriesToChartSpec(seriesOf(byCategory, 'programme'), COUNT, form),
  ]),
  [
    'both sides',
    mirroredChartSpec(
      { series: { ...seriesOf(overYears), scope: null } as never, name: COUNT.name },
      { series: { ...seriesOf(overYears), scope: null } as never, name: COUNT.name },
      { title: COUNT.name, institution: COUNT.institution, unit: COUNT.unit, decimals: 0 },
    ),
  ],
]

beforeAll(() => registerFonts())

/** Every word of it, upright ones too. */
function saidBy(spec: ChartSpec, width: number, locale: 'ZH' | 'EN'): string {
  const size = { width, height: heightAlone(spec, width), fontSize: 13 }
  const svg = drawChartAsTextSvg({ spec, locale, light: 'light' } as Picture, size)
  return [...svg.matchAll(/<text [^>]*>([^<]*)/g)].map(([, text]) => text).join(' ')
}

test.each(SPECS)('what is explained beneath %s is drawn in it, at every width', (_name, spec) => {
  const signs = spec.symbols.map(({ symbol }) => symbol)
  if (markNotes(spec).some(({ en }) => en.startsWith('†'))) signs.push('†')
  for (const width of [300, 390, 480, 768, 1200])
    for (const locale of ['ZH', 'EN'] as const) {
      const said = saidBy(spec, width, locale)
      expect([width, locale, signs.filter((sign) => !said.includes(sign))]).toEqual([width, locale, []])
    }
})

/** The signs that are drawn as the box of a missing one, on a machine without fonts. */
function missingOf(signs: string[]): string[] {
  const folder = folderOfTest()
  writeFileSync(join(folder, 'fonts.conf'), '<?xml version="1.0"?><fontconfig></fontconfig>')
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'draw-glyphs.ts')], {
    input: JSON.stringify(signs),
    encoding: 'utf8',
    env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as string[]
}

test('a sign that no font has is taken from one that is drawn', () => {
  expect(missingOf(['留', 'A', '\u{10FFFD}'])).toEqual(['\u{10FFFD}'])
})

test('every sign that our own words use is drawn on a machine without fonts: Chinese, Latin and punctuation', () => {
  const folders = ['server/src', 'shared/src'].map((folder) => join(ROOT, folder))
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|yaml)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  const signs = [...new Set(texts.join(''))].filter((sign) =>
    /[\p{Script=Han}\p{L}\p{N}，。；：、？！（）“”《》…×†—–·−*%]/u.test(sign),
  )
  expect(signs.length).toBeGreaterThan(1_000)
  expect(missingOf(signs)).toEqual([])
})

test('names from around the world are drawn', () => {
  expect(missingOf([...'ÀéñüßçøłžğĐạướệŠțđ']).sort()).toEqual([])
})

/** Every sign ten wide. */
const measure = (text: string) => [...text].length * 10

test('Latin is broken between words, Chinese between signs', () => {
  expect(wrapText('Foreign students received', 100, measure, 9)).toEqual(['Foreign', 'students', 'received'])
  expect(wrapText('接收国外留学生人数', 40, measure, 9)).toEqual(['接收国外', '留学生人', '数'])
})

test('no line begins with a closing sign', () => {
  for (const line of wrapText('甲学院，按学年，国（境）外；未填报。', 30, measure, 9).slice(1))
    expect(line).not.toMatch(/^[，。；）]/)
})

test('a word that is longer than a line is broken, and no sign is lost', () => {
  expect(wrapText('Donaudampfschifffahrt', 80, measure, 9).join('')).toBe('Donaudampfschifffahrt')
  expect(wrapText('𠮷𠮷𠮷', 10, measure, 9)).toEqual(['𠮷', '𠮷', '𠮷'])
})

test('what is too long for its lines ends in an ellipsis that fits', () => {
  const lines = wrapText('one two three four five six', 90, measure, 2)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
  for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(90)
})

test('nothing is no line', () => {
  expect(wrapText('', 100, measure, 3)).toEqual([])
})
