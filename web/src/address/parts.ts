/** An address apart: `/theme/skills`, `lang=zh`, `#rates`. */
export function partsOf(address: string): { path: string; query: string; hash: string } {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(address) ?? []
  return { path, query, hash }
}

/** The same address with something else in its query; whatever else it says, known here or not, stays. What is null stays too. */
export function shownAs(address: string, changes: Record<string, string | null>): string {
  const { path, query, hash } = partsOf(address)
  const asked = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) if (value !== null) asked.set(name, value)
  return `${path}?${writtenPlainly(asked)}${hash}`
}

/** What need not be escaped in a query is read more easily as it is. */
export function writtenPlainly(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
}
