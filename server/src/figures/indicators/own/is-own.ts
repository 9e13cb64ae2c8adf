/** A college's own indicators are told by their id from those that ship. */
export function isOwn(id: string): boolean {
  return id.startsWith('own-')
}
