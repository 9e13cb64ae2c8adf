/** Puts values into the places that a text leaves for them: `{n}`. */
export function fillIn(text: string, values: object): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = (values as Record<string, unknown>)[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : place
  })
}
