import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import type { Declaration } from '../definition.ts'
import { readDeclaration, type FileProblem } from './read-declaration.ts'

export interface OwnIndicators {
  /** As they are now, in the order of their ids. */
  indicators: Declaration[]
  /** Versions that a later one has taken the place of. */
  earlier: Declaration[]
  problems: FileProblem[]
}

/**
 * A college's own indicators: every .yaml, .yml and .json file of a folder, one declaration each. Of several versions of one
 * indicator the highest holds now.
 * @param folder none there: none declared
 */
export function readOwnIndicators(folder: string, shipped: readonly Declaration[]): OwnIndicators {
  const problems: FileProblem[] = []
  const found: { file: string; declaration: Declaration }[] = []
  for (const name of listFiles(folder)) {
    const file = join(folder, name)
    const read = readDeclaration(readFileSync(file, 'utf8'), file, shipped)
    problems.push(...read.problems)
    if (read.declaration) found.push({ file, declaration: read.declaration })
  }
  const kept = found.filter(({ file, declaration }, index) => {
    const clash = found.slice(0, index).find((other) => clashes(other.declaration, declaration))
    if (clash) problems.push({ file, line: 1, words: twice(declaration, clash.file) })
    return !clash
  })
  const declarations = kept.map(({ declaration }) => declaration)
  const isNow = ({ id, version }: Declaration) =>
    !declarations.some((other) => other.id === id && other.version > version)
  return {
    indicators: declarations.filter(isNow).sort((a, b) => (a.id < b.id ? -1 : 1)),
    earlier: declarations.filter((declaration) => !isNow(declaration)),
    problems,
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(ya?ml|json)$/i.test(name))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function clashes(a: Declaration, b: Declaration): boolean {
  return a.id === b.id ? a.version === b.version : a.code === b.code
}

function twice({ id, code, version }: Declaration, file: string): Words {
  return {
    zh: `${file} 已声明 ${id}（编号 ${code}，第 ${version} 版）；请改用别的标识、编号或版本`,
    en: `${file} declares ${id} already (code ${code}, version ${version}); take another id, code or version`,
  }
}
