import { may, type Asker } from '@causeway/shared/rights'

/** Who is asking. */
export interface Viewer extends Asker {
  /** Id of the token; absent: nobody's, or the operator's. */
  token?: string
}

export const ANONYMOUS: Viewer = { role: null, institution: null }
/** The command line on the machine itself. */
export const OPERATOR: Viewer = { role: 'administrator', institution: null }

/** May this viewer see exact figures and records of the institution? */
export function maySeeExact(viewer: Viewer, institution: string): boolean {
  return may(viewer, 'exact', institution)
}

/** May this viewer see at least what is public of the institution? */
export function maySeePublic(publicReading: boolean, viewer: Viewer, institution: string): boolean {
  return publicReading || maySeeExact(viewer, institution)
}
