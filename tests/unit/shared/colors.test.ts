import { describe, expect, test } from 'vitest'
import { contrast, LEAST_STEP, lightness, PALETTES, paletteWith, themeTone } from '@causeway/shared/colors'
import { THEMES } from '@causeway/shared/series'
import { keyMarkOf } from '@causeway/shared/charts/size'
import { markPath, traceMark } from '@causeway/shared/charts/mark-shape'
import { looksOf } from '@causeway/shared/charts/pieces'
import type { ChartSeries, ChartSpec, Mark } from '@causeway/shared/charts/spec'
import {
  basisWords,
  byBasisWords,
  dimensionWords,
  kindWords,
  scopeWords,
  themeWords,
} from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'
import { DIMENSION_IDS } from '@causeway/server/figures/indicators/definition'
import { readPlace } from '@causeway/shared/charts/reading'
import { toDay } from '@causeway/shared/day'
import { toPeriod, type Basis } from '@causeway/shared/period'
import { countriesView, type CountrySide } from '@causeway/shared/views/countries-view'

describe.each(['light', 'dark'] as const)('in the %s', (light) => {
  const palette = PALETTES[light]

  test('a theme colour and every ink can be read on paper and surface (4.5:1)', () => {
    for (const ground of [palette.paper, palette.surface]) {
      for (const color of [...THEMES.map((theme) => palette.themes[theme]), palette.ink, palette.ink2, palette.ink3]) {
        expect(contrast(color, ground), `${color} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test('a theme colour can be read on its own soft ground', () => {
    for (const theme of THEMES)
      expect(contrast(palette.themes[theme], palette.soft[theme]), theme).toBeGreaterThanOrEqual(4.5)
  })

  test('any two themes differ in lightness, so that they differ without colour too', () => {
    const ordered = THEMES.map((theme) => lightness(palette.themes[theme])).toSorted((a, b) => a - b)
    ordered.slice(1).forEach((one, at) => expect(one - ordered[at]!).toBeGreaterThanOrEqual(LEAST_STEP))
  })

  test('a colour of the college goes in place of ours, with its soft ground, and leaves the others', () => {
    const own = paletteWith({ [light]: { EXPORT: light === 'light' ? '#7a1f1f' : '#ffb3b3' } }, light)
    expect(own.themes).toEqual({ ...palette.themes, EXPORT: light === 'light' ? '#7a1f1f' : '#ffb3b3' })
    expect(own.soft.EXPORT).not.toBe(palette.soft.EXPORT)
    expect(contrast(own.themes.EXPORT, own.soft.EXPORT)).toBeGreaterThanOrEqual(4.5)
    expect(own.soft.SKILLS).toBe(palette.soft.SKILLS)
  })

  test('every tone of a theme can be seen on the surface (3:1)', () => {
    for (const theme of THEMES) {
      for (let tone = 0; tone < 6; tone++) {
        expect(contrast(themeTone(palette, theme, tone), palette.surface), `${theme} ${tone}`).toBeGreaterThanOrEqual(3)
      }
    }
  })
})

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

const MARKS: Mark[] = ['circle', 'rect', 'triangle', 'rectRot', 'cross', 'triangleDown']
const series = [0, 1].map((tone) => ({ ...looksOf(tone) }) as ChartSeries)
const specOf = (kind: string) => ({ kind, series }) as unknown as ChartSpec

test('a key shows each series with the shape that its points have in the chart', () => {
  expect(series.map((one) => keyMarkOf(specOf('lines'), one).mark)).toEqual(['circle', 'rect'])
  expect(keyMarkOf(specOf('lines'), series[1]!)).toMatchObject({ stroke: true, hollow: false })
  expect(keyMarkOf(specOf('dots'), series[1]!)).toMatchObject({ stroke: false, mark: 'rect' })
  expect(series.map((one) => keyMarkOf(specOf('range'), one).hollow)).toEqual([true, false])
  expect(keyMarkOf(specOf('bars'), series[0]!).mark).toBeNull()
})

test('no two shapes are alike, on the page and on a canvas', () => {
  const drawn = MARKS.map((mark) => {
    const steps: string[] = []
    const note =
      (name: string) =>
      (...at: number[]) =>
        void steps.push(`${name} ${at.map((one) => one.toFixed(2)).join(' ')}`)
    const pen = {
      ...{ beginPath: note('begin'), arc: note('arc'), moveTo: note('M'), lineTo: note('L') },
      closePath: note('z'),
    }
    traceMark(pen as unknown as CanvasRenderingContext2D, mark, 10, 10, 4)
    return steps.join(' ')
  })
  expect(new Set(drawn).size).toBe(MARKS.length)
  expect(new Set(MARKS.map((mark) => markPath(mark, 10, 10, 4))).size).toBe(MARKS.length)
})

test('every word list has both languages', () => {
  const lists: Record<string, Words>[] = [basisWords, byBasisWords, dimensionWords, kindWords, scopeWords, themeWords]
  for (const { zh, en } of lists.flatMap((list) => Object.values(list))) {
    expect(zh).toMatch(/[一-龥]/)
    expect(en).toMatch(/[a-z]/)
  }
})

test('every dimension has its words, and no other has', () => {
  expect(Object.keys(dimensionWords).toSorted()).toEqual([...DIMENSION_IDS].toSorted())
})

function subtitleOn(basis: Basis | null) {
  const calendar = { schoolYearStart: '09-01', dataDay: toDay('2024-08-31') }
  const side: CountrySide = {
    name: { zh: '人数', en: 'People' },
    unit: { zh: '人', en: 'people' },
    decimals: 0,
    summary: { zh: '', en: '' },
    figures: basis ? [{ period: toPeriod(basis, 2022, calendar), value: 3, gap: null, category: null }] : [],
  }
  return countriesView(side, side, { zh: '甲学院', en: 'College X' }).spec.subtitle
}

test('a side that names no records of a country is blank and says so, in the picture and aloud; 0 is a number', () => {
  const period = toPeriod('SCHOOL_YEAR', 2022, { schoolYearStart: '09-01', dataDay: toDay('2024-08-31') })
  const of = (counts: Record<string, number>): CountrySide => ({
    name: { zh: '人数', en: 'People' },
    unit: { zh: '人', en: 'people' },
    decimals: 0,
    summary: { zh: '', en: '' },
    figures: Object.entries(counts).map(([key, value]) => ({
      ...{ period, value, gap: null },
      category: { key, label: { zh: key, en: key } },
    })),
  })
  const view = (...sides: [Record<string, number>, Record<string, number>]) =>
    countriesView(of(sides[0]), of(sides[1]), { zh: '甲学院', en: 'College X' })
  const blank = view({ VN: 4, LA: 0 }, { VN: 2 })
  const laos = blank.spec.labels.findIndex(({ text }) => text.en === 'LA')
  expect(readPlace(blank.spec, laos, [0, 1], 'EN').lines.map(({ text }) => text)).toEqual([
    '0 people',
    'no records of it',
  ])
  expect(blank.notes.map(({ en }) => en)).toEqual(['blank: no records of that country or region on that side'])
  expect(view({ VN: 4 }, { VN: 0 }).notes).toEqual([])
})

test('the picture by country or region says its period on the basis that was asked', () => {
  expect(subtitleOn('SCHOOL_YEAR')).toEqual({ zh: '甲学院，2022—2023学年', en: 'College X, school year 2022/23' })
  expect(subtitleOn('CALENDAR_YEAR')).toEqual({ zh: '甲学院，2022年（自然年）', en: 'College X, calendar year 2022' })
  expect(subtitleOn(null)).toEqual({ zh: '甲学院', en: 'College X' })
})
