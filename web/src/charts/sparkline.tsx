/** A trend too small for axes: its figures are said beside it. A gap breaks the line; the last dot is the chosen year. */
export function Sparkline({ values, chosen }: { values: (number | null)[]; chosen: number }) {
  const known = values.filter((value) => value !== null)
  // Its place stays taken, so that what stands beside it does not move.
  if (known.length < 2) return <svg className="sparkline" width={WIDTH} height={HEIGHT} aria-hidden="true" />
  const top = Math.max(...known, 0)
  const bottom = Math.min(...known, 0)
  const x = (at: number) => 4 + (at * (WIDTH - 8)) / Math.max(values.length - 1, 1)
  const y = (value: number) => HEIGHT - 5 - ((value - bottom) * (HEIGHT - 10)) / (top - bottom || 1)
  const runs: string[] = []
  let run: string[] = []
  values.forEach((value, at) => {
    if (value !== null) run.push(`${x(at).toFixed(1)},${y(value).toFixed(1)}`)
    if ((value === null || at === values.length - 1) && run.length > 0) {
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
      {marked != null && <circle cx={x(chosen)} cy={y(marked)} r="3.4" className="sparkline-now" />}
    </svg>
  )
}

const WIDTH = 96
const HEIGHT = 34
