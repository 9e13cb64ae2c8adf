import { contrast, LEAST_STEP, lightness, PALETTES, paletteWith, themeTone } from '@causeway/shared/colors'
import { THEMES } from '@causeway/shared/series'
import { describe, expect, test } from 'vitest'

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
