import catalogue from './catalogue.json' with { type: 'json' }
import type { Declaration } from './definition.ts'

/** Every indicator that ships, in the order in which people read them: `catalogue/*.yaml`, read and checked by `npm run generate`. */
export const CATALOGUE = catalogue as unknown as readonly Declaration[]
