import type { ReactNode } from 'react'
import type { Words } from '@causeway/shared/words/words'
import { useLanguage } from '../language/language.tsx'
import { Unbroken } from './unbroken.tsx'

export type Fact = readonly [label: string | Words, value: ReactNode]

interface Props {
  facts: readonly Fact[]
  className?: string
  /** More lines, which find out for themselves whether there is something to say. */
  children?: ReactNode
}

/** What is said of a thing, a line for each fact that there is. */
export function FactList({ facts, className = 'facts', children }: Props) {
  const { say } = useLanguage()
  return (
    <dl className={className}>
      {facts.map(([label, value]) => {
        const name = typeof label === 'string' ? label : say(label)
        if (value === null || value === undefined || value === false || value === '') return null
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? <Unbroken text={value} /> : value}</dd>
          </div>
        )
      })}
      {children}
    </dl>
  )
}
