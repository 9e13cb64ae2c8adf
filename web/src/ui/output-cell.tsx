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
