/** A question to the graph as it is sent. */
export interface Question {
  query: string
  variables: Record<string, unknown>
}

/** The address that asks it: what the browser has of an answer is only compared by its tag. */
export function questionAddress({ query, variables }: Question): string {
  const parameters = new URLSearchParams({ query: compact(query), variables: JSON.stringify(variables) })
  return `/graphql?${parameters}`
}

/** Names a question by its operation, whatever the order of its variables. */
export function questionKey(operation: string, variables: object): string {
  return `${operation} ${JSON.stringify(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)))}`
}

export function operationOf(query: string): string {
  return /\bquery\s+(\w+)/.exec(query)?.[1] ?? ''
}

/** No text in a question of ours holds two blanks. */
function compact(query: string): string {
  return query.replace(/\s+/g, ' ').trim()
}
