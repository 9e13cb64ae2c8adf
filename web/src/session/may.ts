import type { Session } from './use-session.tsx'

/**
 * May anyone who is signed in read records and exact figures of the institution? The server decides; the page only shows what it will
 * grant. Null: there is no institution yet, and only who is about every one may begin.
 */
export function mayRead(session: Session | null, institution: string | null): boolean {
  return !!session?.signedIn && (session.institution === null || session.institution === institution)
}

/** May anyone who is signed in change records of the institution: an editor or higher? */
export function mayChange(session: Session | null, institution: string | null): boolean {
  return session?.role !== 'reader' && mayRead(session, institution)
}
