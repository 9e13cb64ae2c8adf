import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Node 24 from the npm package `node`, whatever Node runs this. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node')
