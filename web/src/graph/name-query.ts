/** Part of a document: the names of a dimension's values as the figures of one indicator tell them to anybody. Needs `$institution`, `$from`, `$to`, `$locale`. */
export const namesFrom = (indicator: string, dimension: string) => /* GraphQL */ `
  names: indicator(id: "${indicator}") {
    series(institution: $institution, from: $from, to: $to, by: "${dimension}") {
      figures { category { key label(locale: $locale) } }
    }
  }
`

export interface Names {
  names: { series: { figures: { category: { key: string; label: string } | null }[] } | null } | null
}

/** What anybody may call the thing of a code: its name in public figures, else the code itself. */
export function publicName({ names }: Names, code: string): string {
  return names?.series?.figures.find(({ category }) => category?.key === code)?.category?.label ?? code
}
