import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fixedAnswer, type KnownAnswer } from './known-answers.ts'
import { policyOf } from './security-headers.ts'
import FILE_TYPES from './file-types.json' with { type: 'json' }

const TYPES: Record<string, string> = FILE_TYPES

/** Files whose name holds the hash of what is in them never change. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/

/** Beside a file, its smallest form, made when the app was built. */
const COMPRESSED = '.br'

/**
 * The built web app by its addresses, read once: it is small, and does not change under a running server. `/index.html` is the page
 * itself. `root` null, or a folder without an app: no file at all.
 */
export function readStaticFiles(root: string | null): ReadonlyMap<string, KnownAnswer> {
  const files = new Map<string, KnownAnswer>()
  if (root === null) return files
  const paths = new Set(listFiles(root))
  for (const path of paths) {
    const smallOf = path.endsWith(COMPRESSED) ? path.slice(0, -COMPRESSED.length) : null
    if (smallOf !== null && paths.has(smallOf)) continue
    const small = paths.has(path + COMPRESSED) ? readFileSync(path + COMPRESSED) : null
    const address = `/${relative(root, path).split(sep).join('/')}`
    files.set(address, toAnswer(path, address, small))
  }
  return files
}

function toAnswer(path: string, address: string, small: Buffer | null): KnownAnswer {
  const body = readFileSync(path)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const headers: Record<string, string> = {
    'content-type': type,
    'cache-control': HASHED.test(address) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  }
  if (type.startsWith('text/html')) headers['content-security-policy'] = policyOf(body.toString('utf8'))
  return fixedAnswer(body, headers, small)
}

function listFiles(root: string): string[] {
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
