import type { Theme } from '@causeway/shared/series'
import { useLanguage } from '../language/language.tsx'

/** The sign of a theme: its colour and its own shape, so that it reads in black and white. */
export function ThemeMark({ theme }: { theme: Theme }) {
  return (
    <svg
      className={`theme-mark theme-${theme.toLowerCase()}`}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
    >
      <path d={SHAPES[theme]} fill="currentColor" />
    </svg>
  )
}

/** Arrow in, arrow out, a stamped sheet, a deck on piers, a chevron of skill. */
const SHAPES: Record<Theme, string> = {
  INTRODUCTION: 'M13 4.5H7V1L0 7l7 6V9.5h6z',
  EXPORT: 'M1 4.5h6V1l7 6-7 6V9.5H1z',
  STANDARDS: 'M2 0h10v14L7 10.5 2 14z',
  PLATFORMS: 'M0 2h14v4h-1.5v6h-3V6h-5v6h-3V6H0z',
  SKILLS: 'M7 0l7 5v4L7 4 0 9V5zm0 5l7 5v4L7 9l-7 5v-4z',
}

/** Returns the code that people use, null for one that only programs use (`EX05.prior`): there the name says which it is. */
export function readableCode(code: string): string | null {
  return code.includes('.') ? null : code
}

/** The code of an indicator, and a label if the college declared it itself. Renders nothing for a code that only programs use. */
export function IndicatorCode({ id, code }: { id: string; code: string }) {
  const { say } = useLanguage()
  if (!id.startsWith('own-')) return readableCode(code) && <span className="code">{code}</span>
  return (
    <>
      <span className="code own">{say({ zh: '本校自定', en: 'own indicator' })}</span>{' '}
      {code !== id && <span className="code">{code}</span>}
    </>
  )
}
