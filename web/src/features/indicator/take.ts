import type { SeriesQuestion } from './indicator-query.ts'

type Asked = SeriesQuestion & { by: string | null }

/** The address that answers the same series as a file. */
export function seriesAddress(
  { id, institution, basis, scope, from, to, by, locale }: Asked,
  format: 'csv' | 'json',
): string {
  const query = new URLSearchParams({ institution, from: String(from), to: String(to) })
  if (basis) query.set('basis', basis)
  if (scope) query.set('scope', scope)
  if (by) query.set('by', by)
  query.set('lang', locale === 'ZH' ? 'zh' : 'en')
  return `/i/${encodeURIComponent(id)}.${format}?${query}`
}

/** The question as one would type it into the playground: it runs as it is. */
export function graphqlOf({ id, institution, basis, scope, from, to, by, locale }: Asked): string {
  const text = (value: string) => JSON.stringify(value)
  const asked = [
    `institution: ${text(institution)}`,
    basis && `basis: ${basis}`,
    scope && `scope: ${scope}`,
    `from: ${from}`,
    `to: ${to}`,
    by && `by: ${text(by)}`,
  ].filter(Boolean)
  return `{
  indicator(id: ${text(id)}) {
    name(locale: ${locale})
    unit(locale: ${locale})
    series(${asked.join(', ')}) {
      basis
      scope
      revision
      figures {
        period { label(locale: ${locale}) start end partial }${by ? `\n        category { key label(locale: ${locale}) }` : ''}
        value
        gap
        numerator
        denominator
      }
    }
  }
}
`
}
