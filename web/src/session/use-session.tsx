import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { may, type Right, type Role } from '@causeway/shared/rights'
import type { Words } from '@causeway/shared/words/words'
import { SESSION_KEY, takeEarly } from '../graph/early-answers.ts'

const forgetters: (() => void)[] = []

/** Whatever keeps something of somebody's work in this page says how it is forgotten. */
export function forgetAtSignOut(forget: () => void): void {
  forgetters.push(forget)
}

/** Who signs out leaves nothing behind for the next at this browser. */
export function leaveNoTrace(): void {
  forgetters.forEach((forget) => forget())
  try {
    sessionStorage.clear()
  } catch {
    // A browser that keeps nothing.
  }
}

/** Who is signed in on this browser. The token itself is in a cookie that no script can read. */
interface Session {
  signedIn: boolean
  /** Name of the token, given by the administrator who issued it; null if it has none. */
  name?: string | null
  role: Role | null
  /** null with a role: every institution. */
  institution: string | null
  expires: string | null
  /** The public reads rounded numbers of people. */
  rounded?: boolean
}

/** What the server said against a sign-in. */
export interface Refused {
  messages: Words
  /** The same sent again may be let in. */
  later: boolean
}

interface SessionControl {
  /** null until the server has said. */
  session: Session | null
  /** Rises with each sign-in and sign-out of this page: nothing that was answered before may stay. */
  turn: number
  /** null once signed in, else what the server said against it. Throws where it cannot be reached. */
  signIn: (by: { token: string } | { once: string }) => Promise<Refused | null>
  signOut: () => Promise<void>
}

export const NOBODY: Session = { signedIn: false, role: null, institution: null, expires: null }
export const SessionContext = createContext<SessionControl | null>(null)

export function SessionProvider({ children }: { children: ReactNode }) {
  const [early] = useState(() => takeEarly(SESSION_KEY))
  const [session, setSession] = useState<Session | null>(() =>
    early?.text === undefined ? null : (JSON.parse(early.text) as Session),
  )
  const [turn, setTurn] = useState(0)
  const readings = useRef(0)
  const read = useCallback(async (turns: number) => {
    const reading = ++readings.current
    const answer = await fetch('/session', {
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    }).catch(() => null)
    const found = answer?.ok ? ((await answer.json()) as Session) : NOBODY
    // What was found out before somebody signed in or out is no longer so.
    if (reading === readings.current) setSession(found)
    setTurn((before) => before + turns)
  }, [])
  useEffect(() => {
    if (early?.text !== undefined) return
    // Anyone who signed in meanwhile stays so.
    early?.asked.then((text) => setSession((now) => now ?? (JSON.parse(text) as Session))).catch(() => read(0))
    if (!early) void read(0)
  }, [read, early])
  const control = useMemo<SessionControl>(
    () => ({
      session,
      turn,
      async signIn(by) {
        const answer = await fetch('/session', {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(by),
        })
        if (!answer.ok) {
          const { error } = (await answer.json()) as { error: { messages: Words } }
          return { messages: error.messages, later: answer.status !== 401 && answer.status !== 403 }
        }
        await read(1)
        return null
      },
      async signOut() {
        await fetch('/session', { method: 'DELETE', credentials: 'same-origin' })
        leaveNoTrace()
        await read(1)
      },
    }),
    [session, turn, read],
  )
  return <SessionContext value={control}>{children}</SessionContext>
}

export function useSession(): SessionControl {
  const control = useContext(SessionContext)
  if (!control) throw new Error('useSession is called outside SessionProvider')
  return control
}

/** May anyone who is signed in read records and exact figures of the institution? */
export function mayRead(session: Session | null, institution: string | null): boolean {
  return mayDo(session, 'exact', institution)
}

export function mayDo(session: Session | null, right: Right, institution: string | null): boolean {
  return !!session?.signedIn && may(session, right, institution)
}
