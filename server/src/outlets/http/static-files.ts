import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fixedAnswer, type KnownAnswer } from './known-answers.ts'
import { policyOf } from './security-headers.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** Files whose name holds the hash of what is in them never change. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/

/** Beside a file, its smallest form, made when the app was built. */
const COMPRESSED = '.br'

/** The built web app, read once: it is small, and does not change under a running server. */
export class StaticFiles {
  readonly #files = new Map<string, KnownAnswer>()

  /** `root` null, or a folder without an app: no file at all. */
  constructor(root: string | null) {
    if (root === null) return
    const paths = new Set(listFiles(root))
    for (const path of paths) {
      const smallOf = path.endsWith(COMPRESSED) ? path.slice(0, -COMPRESSED.length) : null
      if (smallOf !== null && paths.has(smallOf)) continue
      const small = paths.has(path + COMPRESSED) ? readFileSync(path + COMPRESSED) : null
      this.#files.set(`/${relative(root, path).split(sep).join('/')}`, toAnswer(path, root, small))
    }
  }

  find(path: string): KnownAnswer | null {
    return this.#files.get(path) ?? null
  }

  /** The page itself, which reads its view from the address. Null: the app was not built. */
  get page(): KnownAnswer | null {
    return this.find('/index.html')
  }
}

function toAnswer(path: string, root: string, small: Buffer | null): KnownAnswer {
  const body = readFileSync(path)
  const address = `/${relative(root, path).split(sep).join('/')}`
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
