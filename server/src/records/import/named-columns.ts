import type { Mapping, Source } from './mapping.ts'

/** Headers that the file must have for this mapping. */
export function requiredHeaders(mapping: Mapping): string[] {
  const headers: string[] = []
  const add = (source: string | Source | undefined) => {
    if (source === undefined) return
    if (typeof source === 'string') headers.push(source)
    else {
      if (source.column !== undefined && !source.optional) headers.push(source.column)
      headers.push(...(source.columns ?? []), ...(source.when ?? []).map((condition) => condition.column))
      for (const name of [source.name, source.birth]) if (name !== undefined) headers.push(name)
      for (const said of Object.values(source.plus ?? {})) if (typeof said === 'object') headers.push(said.column)
    }
  }
  for (const { fields } of mapping.records) Object.values(fields).forEach(add)
  add(mapping.institution)
  const conditions = [mapping.skip, mapping.where, ...mapping.records.map(({ when }) => when)]
  for (const condition of conditions.flatMap((some) => some ?? [])) headers.push(condition.column)
  if (mapping.section) headers.push(mapping.section.column)
  return [...new Set(headers)]
}
