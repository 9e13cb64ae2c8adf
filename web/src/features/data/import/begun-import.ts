import { forgetAtSignOut } from '../../../session/use-session.tsx'
import { isOf } from './import-draft.ts'

/** An import that brings rows in, while nobody has been said yet what came of it. */
interface BegunImport {
  id: string
  fileName: string
  institution: string | null
  /** As long as the page stays, by which its tables are known. */
  choice?: number
}

const KEY = 'begun-import'

let begun: BegunImport | null = readKept()
forgetAtSignOut(() => noteBegun(null))

/** Notes it where a page that is loaded anew finds it. */
export function noteBegun(now: BegunImport | null): void {
  begun = now
  try {
    if (now) sessionStorage.setItem(KEY, JSON.stringify({ ...now, choice: undefined }))
    else sessionStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing: as long as the page stays, it is known here.
  }
}

/** That of a college, which may be the first one, added where there was none. */
export function readBegun(institution: string | null): BegunImport | null {
  return begun && isOf(begun.institution, institution) ? begun : null
}

/** Whether it is still to be known; from now on it is not. */
export function takeBegun(id: string): boolean {
  if (begun?.id !== id) return false
  noteBegun(null)
  return true
}

function readKept(): BegunImport | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as BegunImport | null
  } catch {
    return null
  }
}
