import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Node 24 from the npm package `node`, whatever Node runs this. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node')

export const PNPM = 'pnpm@12.21.0'

/** To pnpm: what serving needs, without tests and what checks the sources. */
export const FOR_SERVING = ['--prod', '--filter', '!@causeway/tests']

/**
 * To Node: collect garbage early. Without it a workbook of 25,000 wrong rows adds more than 512 MB, most of it sentences that nobody
 * needs any more.
 */
export const SMALL_HEAP = ['--max-semi-space-size=8', '--heap-growing-percent=50']

/** The same of the server, which gives pages back besides: a minute of mixed traffic leaves 60 MB less. An import would take a tenth longer. */
export const SERVER_HEAP = ['--max-semi-space-size=4', '--heap-growing-percent=45', '--memory-saver-mode']

/**
 * To the C library of Linux: give back what threads no longer need. Compressing answers leaves 35 MB behind otherwise, and writing workbooks
 * 10 MB in holes between what is kept, where pieces of 64 KB are not taken and given back by themselves.
 */
export const SMALL_ARENAS = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '65536',
}
