import type { Words } from '@causeway/shared/words/words'
import { readDataFile } from './read-data-file.ts'

interface Continent {
  /** `asia`, `africa`, … */
  id: string
  name: Words
  /** Codes of its countries. */
  countries: string[]
}

interface ContinentsFile {
  continents: Record<string, { name: Words; countries: string }>
}

const file = readDataFile<ContinentsFile>('continents.yaml')
export const CONTINENTS_TEXT = file.text

/** In the order they are shown. */
export const CONTINENTS: readonly Continent[] = Object.entries(file.data.continents).map(
  ([id, { name, countries }]) => ({
    id,
    name,
    countries: countries.split(' '),
  }),
)
