import {
  contrast,
  LEAST_STEP,
  lightness,
  mix,
  paletteWith,
  themeTone,
  type Light,
  type OwnColors,
  type Palette,
} from '@causeway/shared/colors'
import { THEMES, type Theme } from '@causeway/shared/series'
import { fill, type Words } from '@causeway/shared/words/words'
import REFUSALS from '../refusals.json' with { type: 'json' }

const AS_TEXT = 4.5
const AS_MARK = 3
const TONES = 6

export interface ColorProblem {
  /** The keys of the settings file that lead to it. */
  path: ['colors', Light, string]
  words: Words
}

/**
 * What cannot be read, seen or distinguished with a college's own colours, each with what to do: text on paper, surface and soft ground
 * at 4.5:1, every tone of a mark at 3:1, and any two themes of different lightness. Shipped colours that are left are held against
 * the own ones too.
 */
export function checkColors(own: OwnColors): ColorProblem[] {
  return (['light', 'dark'] as const).flatMap((light) => {
    const palette = paletteWith(own, light)
    const given = THEMES.filter((theme) => own[light]?.[theme] !== undefined)
    return [
      ...given.flatMap((theme) => checkContrast(palette, light, theme)),
      ...given.flatMap((theme) => checkLightness(palette, light, theme, given)),
    ]
  })
}

function checkContrast(palette: Palette, light: Light, theme: Theme): ColorProblem[] {
  const color = palette.themes[theme]
  const at = pathOf(light, theme)
  const least = Math.min(
    ...[palette.paper, palette.surface, palette.soft[theme]].map((ground) => contrast(color, ground)),
  )
  if (least < AS_TEXT) {
    const way: Words = light === 'light' ? { zh: '调深', en: 'Make it darker' } : { zh: '调亮', en: 'Make it lighter' }
    const cure = firstReadable(palette, theme)
    const words = {
      zh: `${at.join('.')} 为 ${color}，作文字时与底色的对比度只有 ${ratio(least)}，须达到 ${AS_TEXT}:1。请${way.zh}，例如 ${cure}`,
      en: `${at.join('.')} is ${color}: as text it has a contrast of ${ratio(least)} only, and needs ${AS_TEXT}:1. ${way.en}, for instance ${cure}`,
    }
    return [{ path: at, words }]
  }
  const tones = Array.from({ length: TONES }, (_, tone) => contrast(themeTone(palette, theme, tone), palette.surface))
  const faintest = Math.min(...tones)
  if (faintest >= AS_MARK) return []
  const words = fill(REFUSALS.TOO_FAINT, { at: at.join('.'), color, ratio: ratio(faintest), AS_MARK })
  return [{ path: at, words }]
}

/** Each pair once, named at the later of two own ones. */
function checkLightness(palette: Palette, light: Light, theme: Theme, given: readonly Theme[]): ColorProblem[] {
  const others = THEMES.filter((other) => other !== theme && !(given.includes(other) && other > theme))
  return others.flatMap((other) => {
    const [one, two] = [lightness(palette.themes[theme]), lightness(palette.themes[other])]
    if (Math.abs(one - two) >= LEAST_STEP) return []
    const [at, beside] = [pathOf(light, theme), pathOf(light, other)]
    const cure = firstDistinct(palette, theme)
    const instance: Words = {
      zh: cure ? `，例如把前者改为 ${cure}` : '',
      en: cure ? `, for instance by ${cure} for the first` : '',
    }
    const words = {
      zh: `${at.join('.')}（${palette.themes[theme]}）与 ${beside.join('.')}（${palette.themes[other]}）明度几乎相同（${one.toFixed(1)} 与 ${two.toFixed(1)}），不辨颜色的人无法区分。请使两者明度至少相差 ${LEAST_STEP}${instance.zh}`,
      en: `${at.join('.')} (${palette.themes[theme]}) and ${beside.join('.')} (${palette.themes[other]}) are almost equally light (${one.toFixed(1)} and ${two.toFixed(1)}): anyone who sees no colours cannot tell them apart. Let their lightness differ by at least ${LEAST_STEP}${instance.en}`,
    }
    return [{ path: at, words }]
  })
}

/** The nearest to a colour, on its way to ink, that can be read. */
function firstReadable(palette: Palette, theme: Theme): string {
  for (let share = 0.05; share < 1; share += 0.05) {
    const color = mix(palette.themes[theme], palette.ink, share)
    if ([palette.paper, palette.surface].every((ground) => contrast(color, ground) >= AS_TEXT + 0.2)) return color
  }
  return palette.ink
}

/** The nearest to a colour, on its way to ink or to the surface, that can be read and is as light as no other theme's. */
function firstDistinct(palette: Palette, theme: Theme): string | null {
  const others = THEMES.filter((other) => other !== theme).map((other) => lightness(palette.themes[other]))
  for (let share = 0.02; share < 0.7; share += 0.02)
    for (const towards of ['ink', 'surface'] as const) {
      const color = mix(palette.themes[theme], palette[towards], share)
      const isDistinct = others.every((other) => Math.abs(lightness(color) - other) >= LEAST_STEP + 0.1)
      if (isDistinct && [palette.paper, palette.surface].every((ground) => contrast(color, ground) >= AS_TEXT + 0.2))
        return color
    }
  return null
}

function pathOf(light: Light, theme: Theme): ColorProblem['path'] {
  return ['colors', light, theme.toLowerCase()]
}

function ratio(contrasted: number): string {
  // Rounded up it would seem to be enough.
  return `${(Math.floor(contrasted * 100) / 100).toFixed(2)}:1`
}
