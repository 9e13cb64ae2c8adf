import { Link } from '../address/address.tsx'
import type { Fault } from '../graph/fault.ts'
import { useLanguage } from '../language/language.tsx'
import type { Words } from '@causeway/shared/words/words'
import type { View } from '../address/view.ts'
import refusals from './refusals.json' with { type: 'json' }

/** What of an address the server refuses, in plain words, with the way to one that it answers. */
export function RefusedAddress({ fault }: { fault: Fault }) {
  const { say } = useLanguage()
  const refusal = REFUSALS[fault.code ?? '']
  if (!refusal) return <p>{fault.message}</p>
  return (
    <>
      <p>{say(refusal.words)}</p>
      <Link className="button" view={refusal.without}>
        {say(refusal.cure)}
      </Link>
    </>
  )
}

interface Refusal {
  /** What is wrong, to somebody who was sent an address or typed one, and knows no name of a field. */
  words: Words
  /** What of the address is to be left out. */
  without: Partial<View>
  cure: Words
}

/** What the server refuses of a question that an address makes, by its code. Anyone who writes questions reads the server's own words. */
export const REFUSALS: Readonly<Record<string, Refusal>> = refusals
