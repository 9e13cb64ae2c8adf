import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

// What is called with `import.meta.dirname` and plain names is done when the program is built, not at each start: `vite.config.ts`.

export interface Shipped<T> {
  text: string
  data: T
}

/** The text of a data file of ours, and what it says: texts alone. The country code NO is not `false`, a date is not a moment. */
export function readShipped<T>(folder: string, name: string): Shipped<T> {
  const text = readFileSync(join(folder, name), 'utf8')
  return { text, data: parse(text, { schema: 'failsafe' }) as T }
}

/** What each YAML file of a folder of ours says, by name of the file. */
export function readShippedFolder<T>(folder: string, name: string): T[] {
  return listYaml(join(folder, name)).map((file) => parse(readFileSync(join(folder, name, file), 'utf8')) as T)
}

/** @returns names; none where there is no folder */
export function listYaml(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/i.test(name))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** How sure we are of data: V seen at the publisher, M on a mirror, C in public code, G general knowledge. */
export type Confidence = 'V' | 'M' | 'C' | 'G'
