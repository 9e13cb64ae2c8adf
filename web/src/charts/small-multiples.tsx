import type { ReactNode } from 'react'

interface Props {
  /** What all of them are about. */
  label: string
  items: readonly { key: string; content: ReactNode }[]
}

/** Small charts beside each other, as many as the width has room for. */
export function SmallMultiples({ label, items }: Props) {
  return (
    <ul className="small-multiples" aria-label={label}>
      {items.map(({ key, content }) => (
        <li key={key}>{content}</li>
      ))}
    </ul>
  )
}
