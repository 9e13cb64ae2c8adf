import type { Mapping } from './mapping.ts'
import { readShippedMapping, shippedNames } from './read-mapping.ts'

export interface ShippedMapping {
  name: string
  mapping: Mapping
}

let shipped: Promise<ShippedMapping[]> | undefined

/** Every mapping that ships, by name. */
export function listShippedMappings(): Promise<ShippedMapping[]> {
  shipped ??= Promise.all(
    shippedNames()
      .sort()
      .map(async (name): Promise<ShippedMapping> => ({ name, mapping: await readShippedMapping(name) })),
  )
  return shipped
}
