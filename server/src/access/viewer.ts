export const ROLES = ['reader', 'editor', 'verifier', 'publisher', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Who is asking. Anonymous has no role; `institution` null with a role: every institution. */
export interface Viewer {
  role: Role | null
  institution: string | null
  /** Id of the token; absent: nobody's, or the operator's. */
  token?: string
}

export const ANONYMOUS: Viewer = { role: null, institution: null }
/** The command line on the machine itself. */
export const OPERATOR: Viewer = { role: 'administrator', institution: null }

/** May this viewer change records of the institution? */
export function mayChange(viewer: Viewer, institution: string): boolean {
  return viewer.role !== 'reader' && maySeeExact(viewer, institution)
}

/** May this viewer give and take back access to the institution; null: to every one? */
export function mayGiveAccess(viewer: Viewer, institution: string | null): boolean {
  return viewer.role === 'administrator' && (viewer.institution === null || viewer.institution === institution)
}

/** May this viewer see exact figures and records of the institution? */
export function maySeeExact(viewer: Viewer, institution: string): boolean {
  return viewer.role !== null && (viewer.institution === null || viewer.institution === institution)
}

/** May this viewer see at least what is public of the institution? */
export function maySeePublic(publicReading: boolean, viewer: Viewer, institution: string): boolean {
  return publicReading || maySeeExact(viewer, institution)
}
