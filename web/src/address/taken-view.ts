export type FileFormat = 'csv' | 'json' | 'xlsx' | 'png' | 'svg'

type Query = Record<string, string | number | null | undefined | readonly string[]>

/** A view as it can be taken away: where its files, its pictures and its embedded chart are. */
export interface TakenView {
  /** Of an indicator, or the own name of a view. */
  name: string
  query: Query
  /** What a picture is asked beside it. */
  pictured?: Query
  /** It answers those alone who may read the college. */
  closed?: boolean
}

/** The address that answers the view as a file, or as a picture. */
export function fileAddress({ name, query, pictured }: TakenView, format: FileFormat, lang: 'zh' | 'en'): string {
  const asked = format === 'png' || format === 'svg' ? { ...query, ...pictured, lang } : { ...query, lang }
  return `/i/${encodeURIComponent(name)}.${format}?${writeQuery(asked)}`
}

/** The chart alone, for a page of somebody else's. */
export function embeddedAddress({ name, query, pictured }: TakenView, lang: 'zh' | 'en'): string {
  return `/embed/${encodeURIComponent(name)}?${writeQuery({ ...query, ...pictured, lang })}`
}

/** Of the iframe until the chart in it has stated its own. */
const HEIGHT = 520

export function embeddingCode(address: string, title: string): string {
  const said = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<iframe src="${address}" title="${said}" width="100%" height="${HEIGHT}" style="border:0" loading="lazy"></iframe>`
}

function writeQuery(query: Query): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value == null || value === '') continue
    if (typeof value === 'object') for (const one of value) written.append(name, one)
    else written.set(name, String(value))
  }
  return written.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
}
