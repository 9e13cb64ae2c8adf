import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'

/** Two directions of traffic on three piers. */
export function Wordmark() {
  const address = useAddress()
  return (
    <Link className="wordmark" href={address.to({ page: 'overview' })}>
      <svg viewBox="0 0 34 24" width="34" height="24" fill="none" aria-hidden="true">
        <path d="M1 9h27m0 0-4-4m4 4-4 4" stroke="var(--export)" />
        <path d="M33 15H6m0 0 4-4m-4 4 4 4" stroke="var(--introduction)" />
        <path d="M7 23v-2M17 23v-2M27 23v-2" stroke="var(--platforms)" />
      </svg>
      <span>Causeway</span>
    </Link>
  )
}
