import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import type { Fault } from '../graph/fault.ts'
import { useLanguage } from '../language/language.tsx'
import { UI_WORDS } from './words.ts'

/** Only a hand-made address meets it. */
const RefusedAddress = lazy(async () => ({ default: (await import('./refused-address.tsx')).RefusedAddress }))

/** Grey shapes of what is coming, so that nothing jumps when it is there. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const { say } = useLanguage()
  return (
    <div className="loading" role="status">
      <span className="for-ears">{say(UI_WORDS.loading)}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="loading-line" aria-hidden="true" />
      ))}
    </div>
  )
}

/** `page`: it is all there is on the page, so its title is the page's. */
export function EmptyState({ title, page, children }: { title: string; page?: boolean; children?: ReactNode }) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className="state">
      <Title className="state-title">{title}</Title>
      {children}
    </div>
  )
}

/** What failed, in words, and the one thing to do about it. */
export function FaultState({ fault, retry, page }: { fault: Fault; retry: () => void; page?: boolean }) {
  const Title = page ? 'h1' : 'p'
  const { say } = useLanguage()
  const address = useAddress()
  if (fault.kind === 'sign-in') {
    return (
      <EmptyState title={say(UI_WORDS.signInNeeded)} page={page}>
        <p>{say(UI_WORDS.signInText)}</p>
        <Link className="button primary" to={{ page: 'sign-in' }} view={{ back: address.here }}>
          {say(UI_WORDS.signIn)}
        </Link>
      </EmptyState>
    )
  }
  const [title, text] = {
    unreachable: [UI_WORDS.unreachable, UI_WORDS.unreachableText] as const,
    question: [UI_WORDS.question, null] as const,
    'not-fetched': [UI_WORDS.notFetched, UI_WORDS.notFetchedText] as const,
    broken: [UI_WORDS.broken, UI_WORDS.brokenText] as const,
  }[fault.kind]
  return (
    <div className="state" role="alert">
      <Title className="state-title">{say(title)}</Title>
      {text ? (
        <p>{fault.message ?? say(text)}</p>
      ) : (
        <Suspense>
          <RefusedAddress fault={fault} />
        </Suspense>
      )}
      {fault.requestId && (
        <p className="quiet">
          {say(UI_WORDS.requestId)} <code>{fault.requestId}</code>
        </p>
      )}
      {fault.kind !== 'question' && (
        <button type="button" className="button" onClick={retry}>
          {say(fault.kind === 'not-fetched' ? UI_WORDS.reload : UI_WORDS.retry)}
        </button>
      )}
    </div>
  )
}
