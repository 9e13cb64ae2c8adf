import type { Theme } from './series.ts'
import palettes from './palettes.json' with { type: 'json' }

/** How the page is lit. */
export type Light = 'light' | 'dark'

export interface Palette {
  paper: string
  surface: string
  ink: string
  /** Second text. */
  ink2: string
  /** Third text: captions. */
  ink3: string
  line: string
  grid: string
  themes: Record<Theme, string>
  /** Grounds behind a theme's marks. */
  soft: Record<Theme, string>
}

/**
 * The one place of colours. A theme's colour has at least 4.5:1 on paper and surface, so that it serves as text and as a mark, and
 * differs from every other in lightness; theme colours mean themes only.
 */
export const PALETTES: Record<Light, Palette> = palettes

/** Colours of the themes that a college chooses; what it leaves out stays as it ships. */
export type OwnColors = Partial<Record<Light, Partial<Record<Theme, string>>>>

/** The palette of a mode with a college's own colours; the grounds behind their marks follow from them. */
export function paletteWith(own: OwnColors, light: Light): Palette {
  const shipped = PALETTES[light]
  const given = own[light] ?? {}
  const soft = Object.entries(given).map(([theme, color]) => [theme, mix(color, shipped.surface, SOFT_SHARE[light])])
  return {
    ...shipped,
    themes: { ...shipped.themes, ...given },
    soft: { ...shipped.soft, ...(Object.fromEntries(soft) as Partial<Palette['soft']>) },
  }
}

const SOFT_SHARE: Record<Light, number> = { light: 0.88, dark: 0.78 }

/** Puts a college's own colours in the place of those that ship: once in a process or a page, before anything is drawn. */
export function wearColors(own: OwnColors): void {
  for (const light of ['light', 'dark'] as const) PALETTES[light] = paletteWith(own, light)
}

/** Contrast of two `#rrggbb` colours as WCAG 2 reckons it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Of any two themes: how much lighter one has to be than the other. */
export const LEAST_STEP = 3

/** How light a colour is to the eye: L* of CIE, 0 to 100. */
export function lightness(color: string): number {
  return 116 * Math.cbrt(luminance(color)) - 16
}

/** `share` (0 to 1) of the second colour in the first. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)]
  return `#${a
    .map((from, i) =>
      Math.round(from + (b[i]! - from) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** With an alpha, 0 to 1. */
export function translucent(color: string, alpha: number): string {
  return `rgba(${channels(color).join(', ')}, ${alpha})`
}

/** Towards ink, or towards the surface: tones of one theme for its categories, all of them 3:1 on the surface. */
const TONES: { towards: 'ink' | 'surface'; share: number }[] = [
  { towards: 'ink', share: 0 },
  { towards: 'ink', share: 0.55 },
  { towards: 'surface', share: 0.22 },
  { towards: 'ink', share: 0.9 },
  { towards: 'ink', share: 0.3 },
  { towards: 'ink', share: 0.75 },
]

/** The colour of the `tone`th category of a theme. Tones repeat: pattern and dash tell the rest apart. */
export function themeTone(palette: Palette, theme: Theme, tone: number): string {
  const { towards, share } = TONES[tone % TONES.length]!
  return mix(palette.themes[theme], palette[towards], share)
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}

function luminance(color: string): number {
  const [r, g, b] = channels(color).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
