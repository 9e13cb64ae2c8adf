import { Component, type ReactNode } from 'react'
import { FaultState } from './states.tsx'

interface Props {
  /** It is all there is on the page. */
  page?: boolean
  onFail?: () => void
  children: ReactNode
}

/** A part that fails costs that part and no other: what went wrong stands in its place, with the way to try again. */
export class FailedPart extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(): void {
    this.props.onFail?.()
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const kind = navigator.onLine ? 'broken' : 'unreachable'
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
