import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import type { Fault } from '../graph/fault.ts'
import { useLanguage } from '../language/language.tsx'
import { EmptyState } from './states.tsx'

/** Was the question about a code that nothing has? */
export function isUnknown(fault: Fault | null): boolean {
  return fault?.code?.startsWith('UNKNOWN_') ?? false
}

/** Nothing has this code: what the server found nearest, and the way to where things are listed. */
export function UnknownThing({ kind, fault, list }: { kind: string; fault: Fault; list?: 'standards' | 'platforms' }) {
  const { say } = useLanguage()
  const address = useAddress()
  return (
    <EmptyState title={say({ zh: `没有这个${kind}`, en: `There is no such ${kind.toLowerCase()}` })} page>
      <p>{fault.message}</p>
      <Link className="button" href={address.to({ page: list ?? 'overview' })}>
        {list ? say({ zh: '查看目录', en: 'To the register' }) : say({ zh: '回到总览', en: 'To the overview' })}
      </Link>
    </EmptyState>
  )
}
