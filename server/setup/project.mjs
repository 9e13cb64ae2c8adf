import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Node 24 from the npm package `node`, whatever Node runs this. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node')

export const PNPM = 'pnpm@12.21.0'

/** To pnpm: what serving needs, without tests and what checks the sources. */
export const FOR_SERVING = ['--prod', '--filter', '!@causeway/tests']
