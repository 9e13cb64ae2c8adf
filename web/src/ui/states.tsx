import { lazy, Suspense, type ReactNode, Component } from 'react'
import { SignInLink } from '../address/address.tsx'
import type { Fault } from '../graph/fault.ts'
import { useLanguage } from '../language/language.tsx'
import UI_WORDS from './words.json' with { type: 'json' }
import { isConnected, onConnection } from '../graph/connection.ts'
import { Button } from './button.tsx'

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
  if (fault.kind === 'sign-in') {
    return (
      <EmptyState title={say(UI_WORDS.signInNeeded)} page={page}>
        <p>{say(UI_WORDS.signInText)}</p>
        <SignInLink className="button primary">{say(UI_WORDS.signIn)}</SignInLink>
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
        <Button onClick={retry}>{say(fault.kind === 'not-fetched' ? UI_WORDS.reload : UI_WORDS.retry)}</Button>
      )}
    </div>
  )
}

interface Props {
  /** It is all there is on the page. */
  page?: boolean
  children: ReactNode
}

/** What browsers say of a part of the app that could not be fetched: no connection, or the app has been renewed since. */
const NOT_FETCHED = /dynamically imported module|module script|preload/i

/** A part that fails costs that part and no other: what went wrong is in its place, with the way to try again. */
export class FailedPart extends Component<Props, { failed: Fault['kind'] | null }> {
  override state = { failed: null }

  static getDerivedStateFromError(error: unknown): { failed: Fault['kind'] } {
    if (!navigator.onLine) return { failed: 'unreachable' }
    return { failed: NOT_FETCHED.test(String(error)) ? 'not-fetched' : 'broken' }
  }

  #forget = () => {}

  override componentDidCatch(error: unknown): void {
    // Where there is nothing else to be seen, nothing is lost by loading it again as soon as that can be done.
    if (this.props.page && FailedPart.getDerivedStateFromError(error).failed === 'unreachable')
      this.#forget = onConnection(() => isConnected() && location.reload())
  }

  override componentWillUnmount(): void {
    this.#forget()
  }

  override render(): ReactNode {
    const kind = this.state.failed
    if (kind === null) return this.props.children
    return (
      <FaultState
        fault={{ kind, code: null, message: null, requestId: null }}
        // A part that could not be fetched is asked for again only by a page that is loaded again.
        retry={() => location.reload()}
        page={this.props.page}
      />
    )
  }
}
