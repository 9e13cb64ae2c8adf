import { Link } from '../address/link.tsx'
import type { Fault } from '../graph/fault.ts'
import { useLanguage } from '../language/language.tsx'
import { REFUSALS } from './refusals.ts'

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
