import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
const FOLDERS = ['server/src', 'server/setup', 'web/src', 'shared/src', 'tests']
const WORKSPACE = /^@causeway\/(server|shared|web|tests)\/(.+)$/

export interface Import {
  /** Path of the importing file from the project's root. */
  from: string
  /** Path of the imported file if it is ours, else the name as written. */
  to: string
  typeOnly: boolean
  reexports: boolean
  /** It is started as a thread or process, which sends back what both agree on. */
  starts: boolean
}

/** Every source file of the project, as its path from the root. */
export function listSourceFiles(): string[] {
  return FOLDERS.flatMap((folder) => walk(join(ROOT, folder))).map((file) => relative(ROOT, file))
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return walk(path)
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : []
  })
}

const STATIC = /(?:^|\n)\s*(import|export)(\s+type)?\s*(?:[\w*\s{},$]*?\sfrom\s*)?['"]([^'"\n]+)['"]/g
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/g
const WORKER = /new URL\(\s*['"](\.[^'"\n]+\.ts)['"]\s*,\s*import\.meta\.url/g

/** What a file imports: statically, dynamically, as a worker, as a type. */
export function listImports(from: string): Import[] {
  const text = readFileSync(join(ROOT, from), 'utf8')
  const found: Import[] = []
  for (const [, word, type, name] of text.matchAll(STATIC)) {
    found.push({
      from,
      to: resolve(from, name!),
      typeOnly: type !== undefined,
      reexports: word === 'export',
      starts: false,
    })
  }
  for (const pattern of [DYNAMIC, WORKER]) {
    for (const [, name] of text.matchAll(pattern)) {
      found.push({ from, to: resolve(from, name!), typeOnly: false, reexports: false, starts: pattern === WORKER })
    }
  }
  return found
}

/** Whether a file exports anything that is written in it. */
export function hasOwnExport(file: string): boolean {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return /^export (default|async|function|const|let|class|abstract|interface|enum|type \w+\s*[=<])/m.test(text)
}

function resolve(from: string, name: string): string {
  if (name.startsWith('.')) return join(dirname(from), name.replace(/\?.*$/, ''))
  const workspace = WORKSPACE.exec(name)
  return workspace ? `${workspace[1]}/src/${workspace[2]}.ts` : name
}
