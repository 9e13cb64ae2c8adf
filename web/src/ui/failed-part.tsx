import { Component, type ReactNode } from 'react'
import { isConnected, onConnection } from '../graph/connection.ts'
import type { Fault } from '../graph/fault.ts'
import { FaultState } from './states.tsx'

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

  override componentDidCatch(): void {
    // Where there is nothing else to be seen, nothing is lost by loading it again as soon as that can be done.
    if (this.props.page && this.state.failed === 'unreachable')
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
