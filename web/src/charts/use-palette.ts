import { useContext, useMemo, useSyncExternalStore } from 'react'
import { mix, PALETTES, type Light, type Palette } from '@causeway/shared/colors'
import { LightContext } from './light.ts'

const FORCED = '(forced-colors: active)'

function subscribe(tell: () => void): () => void {
  const forced = matchMedia(FORCED)
  forced.addEventListener('change', tell)
  return () => forced.removeEventListener('change', tell)
}

/** The colours to draw with: those of the light, or the reader's own where the system forces them. A canvas reads no style sheet. */
export function usePalette(): { light: Light; palette: Palette } {
  const light = useContext(LightContext)
  const forced = useSyncExternalStore(
    subscribe,
    () => matchMedia(FORCED).matches,
    () => false,
  )
  const palette = useMemo(() => (forced ? forcedPalette() : PALETTES[light]), [forced, light])
  return { light, palette }
}

/** Text on the ground that the reader chose: patterns, dashes and shapes alone tell the rest. */
function forcedPalette(): Palette {
  const [ink, ground] = ['CanvasText', 'Canvas'].map(systemColor) as [string, string]
  const quiet = mix(ground, ink, 0.2)
  const all = (color: string) => ({
    INTRODUCTION: color,
    EXPORT: color,
    STANDARDS: color,
    PLATFORMS: color,
    SKILLS: color,
  })
  return {
    paper: ground,
    surface: ground,
    ink,
    ink2: ink,
    ink3: ink,
    line: mix(ground, ink, 0.5),
    grid: quiet,
    themes: all(ink),
    soft: all(quiet),
  }
}

/** As `#rrggbb`. */
function systemColor(name: string): string {
  const probe = document.createElement('i')
  probe.style.color = name
  document.body.append(probe)
  const channels = getComputedStyle(probe).color.match(/\d+/g) ?? ['0', '0', '0']
  probe.remove()
  return `#${channels
    .slice(0, 3)
    .map((channel) => Number(channel).toString(16).padStart(2, '0'))
    .join('')}`
}
