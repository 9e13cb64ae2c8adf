import type { ReactNode } from 'react'
import { Unbroken } from './unbroken.tsx'

/** What is said of a thing, a line for each fact that there is. */
export function FactList({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{typeof value === 'string' ? <Unbroken text={value} /> : value}</dd>
          </div>
        ))}
    </dl>
  )
}
