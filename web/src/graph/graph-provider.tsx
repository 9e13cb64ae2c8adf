import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { Provider } from 'urql'
import { createGraphClient } from './client.ts'

const ForgetContext = createContext<() => void>(() => {})

/** One client as long as it is mounted. Given another key, it forgets all that was answered. */
export function GraphProvider({ children }: { children: ReactNode }) {
  const [client, setClient] = useState(createGraphClient)
  const forget = useCallback(() => setClient(createGraphClient()), [])
  return (
    <ForgetContext value={forget}>
      <Provider value={client}>{children}</Provider>
    </ForgetContext>
  )
}

/** Asks all that is on the page anew, and later all that was answered before: the records have changed. */
export function useForget(): () => void {
  return useContext(ForgetContext)
}
