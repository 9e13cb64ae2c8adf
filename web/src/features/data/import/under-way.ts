import { useSyncExternalStore } from 'react'
import { graph } from '../../../graph/graph.ts'

/** How far a file has come. */
export interface Progress {
  phase: 'sending' | 'reading'
  /** 0 to 1; null: not known. */
  share: number | null
  rows: number
  /** The server cannot be reached, and is asked again. */
  isLost?: boolean
}

/** A dry run that is under way: there is one at most. */
interface Run {
  stop: AbortController
  /** As the server knows it; null: it has not said it yet. */
  id: string | null
}

let run: Run | null = null
/** Of one whose first rows are shown; null: there is none. */
let counting: Progress | null = null
const listeners = new Set<() => void>()

export function setCounting(next: Progress | null): void {
  counting = next
  for (const listener of listeners) listener()
}

/** How far the rows are that come after those that are shown. */
export const useCounting = (): Progress | null =>
  useSyncExternalStore(
    subscribe,
    () => counting,
    () => null,
  )

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Begins a dry run in the place of the one before it. */
export function beginRun(): { signal: AbortSignal; known: (id: string) => void } {
  stopRun()
  const begun: Run = { stop: new AbortController(), id: null }
  run = begun
  addEventListener('pagehide', stopRun)
  return { signal: begun.stop.signal, known: (id) => void (begun.id = id) }
}

/** Whether one is under way, which may have come in the place of another. */
export const isLooking = (): boolean => run !== null

/** Once what came of it is shown. */
export function endRun(): void {
  run = null
  setCounting(null)
}

/** Ends it here and on the server. */
export function stopRun(): void {
  if (!run) return
  const { stop, id } = run
  run = null
  stop.abort()
  setCounting(null)
  if (id !== null) void tellServer(id)
}

const StopMutation = graph(`
  mutation StopImport($input: StopImportInput!) { stopImport(input: $input) { __typename } }
`)

/** Sent even where the page goes at this moment. Where it does not arrive, the run ends by itself. */
async function tellServer(id: string): Promise<void> {
  const body = JSON.stringify({ query: StopMutation, variables: { input: { id } } })
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  await fetch('/graphql', { method: 'POST', keepalive: true, headers, body }).catch(() => {})
}
