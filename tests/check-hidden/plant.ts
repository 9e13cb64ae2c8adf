import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A place in the program, and what is put there instead. */
export interface Fault {
  fault: string
  of?: 'live' | 'releases' | 'colleges' | 'singles'
  in: string
  find: string
  put: string
}

export const FAULTS = parse(readFileSync(join(import.meta.dirname, 'faults.yaml'), 'utf8')) as Fault[]

// In a new process, before anything of the program is loaded.
const planted = FAULTS.find(({ fault }) => fault === process.env['PLANTED_FAULT'])
if (planted)
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`/server/src/${planted.in}`)) return loaded
      const parts = String(loaded.source).split(planted.find)
      if (parts.length !== 2) throw new Error(`${planted.in} does not have once: ${planted.find}`)
      return { ...loaded, source: parts.join(planted.put) }
    },
  })
