interface Props {
  actual: number
  target: number
}

const WIDTH = 220
const HEIGHT = 18

/** How far a figure has come, with the target as a line across its track. What it shows is said beside it. */
export function TargetTrack({ actual, target }: Props) {
  const end = Math.max(actual, target, 0) * 1.08
  if (end <= 0 || actual < 0) return null
  const at = (value: number) => (value / end) * WIDTH
  return (
    <svg className="track" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect x="0" y="6" width={WIDTH} height="6" rx="3" className="track-whole" />
      <rect x="0" y="6" width={at(actual)} height="6" rx="3" className="track-actual" />
      <line x1={at(target)} x2={at(target)} y1="0" y2={HEIGHT} className="track-target" />
    </svg>
  )
}
