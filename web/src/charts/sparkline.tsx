interface Props {
  figures: readonly { value: number | null; period: { partial: boolean } }[]
  /** The place of the chosen year; -1: none. */
  chosen: number
}

/**
 * A trend too small for axes: its figures are said beside it. A gap breaks the line; the large dot is the chosen year. Towards a year
 * that is not complete the line is dotted, and its dot hollow.
 */
export function Sparkline({ figures, chosen }: Props) {
  const values = figures.map(({ value }) => value)
  const known = values.filter((value) => value !== null)
  // Its place stays taken, so that what is beside it does not move.
  if (known.length < 2) return <svg className="sparkline" width={WIDTH} height={HEIGHT} aria-hidden="true" />
  const top = Math.max(...known, 0)
  const bottom = Math.min(...known, 0)
  const x = (at: number) => 4 + (at * (WIDTH - 8)) / Math.max(values.length - 1, 1)
  const y = (value: number) => HEIGHT - 5 - ((value - bottom) * (HEIGHT - 10)) / (top - bottom || 1)
  const runs: string[] = []
  const dotted: string[] = []
  let run: string[] = []
  values.forEach((value, at) => {
    const point = value === null ? null : `${x(at).toFixed(1)},${y(value).toFixed(1)}`
    const partial = figures[at]!.period.partial
    if (partial && point && run.length > 0) dotted.push(`${run.at(-1)} ${point}`)
    if (point && !(partial && run.length > 0)) run.push(point)
    if ((point === null || partial || at === values.length - 1) && run.length > 0) {
      runs.push(run.join(' '))
      run = []
    }
  })
  const marked = values[chosen]
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line x1="0" x2={WIDTH} y1={y(0)} y2={y(0)} className="sparkline-zero" />
      {runs.map((points) =>
        points.includes(' ') ? (
          <polyline key={points} points={points} />
        ) : (
          <circle key={points} cx={points.split(',')[0]} cy={points.split(',')[1]} r="1.6" />
        ),
      )}
      {dotted.map((points) => (
        <polyline key={points} points={points} strokeDasharray="2 3" />
      ))}
      {marked != null && (
        <circle
          cx={x(chosen)}
          cy={y(marked)}
          r="3.4"
          className={figures[chosen]!.period.partial ? 'sparkline-now partial' : 'sparkline-now'}
        />
      )}
    </svg>
  )
}

const WIDTH = 96
const HEIGHT = 34
