import { useSyncExternalStore } from 'react'
import { isConnected, onConnection } from '../graph/connection.ts'
import { useLanguage } from '../language/language.tsx'
import { SHELL_WORDS } from './words.ts'

/** Says that the server is out of reach while it is: what the page shows stays. */
export function ConnectionNotice() {
  const { say } = useLanguage()
  const connected = useSyncExternalStore(onConnection, isConnected, () => true)
  return (
    <div className="notice-place" role="status">
      {!connected && (
        <p className="notice lost">
          <span>{say(SHELL_WORDS.lost)}</span>
        </p>
      )}
    </div>
  )
}
