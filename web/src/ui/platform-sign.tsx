/** A sign for each type of platform, so that they are distinguished before they are read. */
export function PlatformSign({ type }: { type: string }) {
  return (
    <svg className="theme-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SHAPES[type] ?? SHAPES.platform} fill="currentColor" />
    </svg>
  )
}

const CIRCLE = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`

const SHAPES: Record<string, string> = {
  consortium: CIRCLE(8, 4, 3) + CIRCLE(3.6, 11.6, 3) + CIRCLE(12.4, 11.6, 3),
  alliance: CIRCLE(4.5, 8, 4) + CIRCLE(11.5, 8, 4),
  platform: 'M0 3h16v4h-2v6h-3V7H5v6H2V7H0z',
  centre: `${CIRCLE(8, 8, 7)}M5 8a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z`,
  park: 'M8 1l6 8h-4v2h5v3H1v-3h5V9H2z',
  workshop: 'M1 15V6l5 3V6l5 3V1h4v14z',
  campus: 'M8 1l7 4v2H1V5zM2 8h3v5H2zm4.5 0h3v5h-3zM11 8h3v5h-3zM1 14h14v1.6H1z',
}

/** A number of outputs with a bar of its length beside the most of its table; ‡ where the platform did not run. */
export function OutputCell({ value, most, counted = true }: { value: number; most: number; counted?: boolean }) {
  return (
    <span className={counted ? 'output' : 'output over'}>
      <span>
        {value}
        {!counted && <span className="output-mark">‡</span>}
      </span>
      <span className="output-bar" aria-hidden="true" style={{ '--share': `${(value * 100) / most}%` } as never} />
    </span>
  )
}
