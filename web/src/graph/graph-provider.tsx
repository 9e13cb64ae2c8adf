import { useState, type ReactNode } from 'react'
import { Provider } from 'urql'
import { createGraphClient } from './client.ts'

/** One client as long as it is mounted. Given another key, it forgets all that was answered. */
export function GraphProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createGraphClient)
  return <Provider value={client}>{children}</Provider>
}
