import { readdirSync } from 'node:fs'
import type { Mapping } from './mapping.ts'
import { MAPPINGS, readShippedMapping } from './read-mapping.ts'

export interface ShippedMapping {
  name: string
  mapping: Mapping
}

let shipped: Promise<ShippedMapping[]> | undefined

/** Every mapping that ships, by name. */
export function listShippedMappings(): Promise<ShippedMapping[]> {
  shipped ??= Promise.all(
    readdirSync(MAPPINGS)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => file.slice(0, -'.yaml'.length))
      .sort()
      .map(async (name): Promise<ShippedMapping> => ({ name, mapping: await readShippedMapping(name) })),
  )
  return shipped
}
