import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import type { Declaration } from '../definition.ts'
import { readDeclaration, type FileProblem, type ReadDeclaration } from './read-declaration.ts'
import REFUSALS from '../../refusals.json' with { type: 'json' }

export interface OwnIndicators {
  /** As they are now, in the order of their ids. */
  indicators: Declaration[]
  /** Versions that a later one has taken the place of. */
  earlier: Declaration[]
  problems: FileProblem[]
}

/** A college's own indicators. Of several versions of one indicator the highest holds now. */
export function readOwnIndicators(folder: string, shipped: readonly Declaration[]): OwnIndicators {
  const { declarations, problems } = readFolder(folder, shipped)
  const isNow = ({ id, version }: Declaration) =>
    !declarations.some((other) => other.id === id && other.version > version)
  return {
    indicators: declarations.filter(isNow).sort((a, b) => (a.id < b.id ? -1 : 1)),
    earlier: declarations.filter((declaration) => !isNow(declaration)),
    problems,
  }
}

/**
 * Every .yaml, .yml and .json file of a folder, one declaration each, in the order of the files; one that is like another follows it.
 * @param folder none there: none declared
 * @param shipped null: it is the catalogue itself
 */
export function readFolder(
  folder: string,
  shipped: readonly Declaration[] | null,
): { declarations: Declaration[]; problems: FileProblem[] } {
  const read = readFiles(listFiles(folder), shipped)
  const problems = read.flatMap((one) => one.problems)
  const found: { file: string; declaration: Declaration; model?: Declaration }[] = []
  for (const { file, declaration, model } of read) {
    const clash = declaration && found.find((other) => clashes(other.declaration, declaration))
    if (clash) problems.push({ file, line: 1, words: twice(declaration, clash.file) })
    else if (declaration) found.push({ file, declaration, model })
  }
  const follow = (one: Declaration): Declaration[] => [
    one,
    ...found.filter(({ model }) => model === one).flatMap(({ declaration }) => follow(declaration)),
  ]
  const first = found.filter(({ model }) => !found.some(({ declaration }) => declaration === model))
  return { declarations: first.flatMap(({ declaration }) => follow(declaration)), problems }
}

/** A file that is like another is read once that one is known; a round in which no file becomes known is the last. */
function readFiles(files: string[], shipped: readonly Declaration[] | null) {
  const done = new Map<string, ReadDeclaration>()
  for (let waiting = files, before = -1; waiting.length > 0 && waiting.length !== before;) {
    const known = [...(shipped ?? []), ...[...done.values()].flatMap(({ declaration }) => declaration ?? [])]
    for (const file of waiting) done.set(file, readDeclaration(readFileSync(file, 'utf8'), file, { shipped, known }))
    before = waiting.length
    waiting = waiting.filter((file) => done.get(file)!.lacksModel)
  }
  return files.map((file) => ({ file, ...done.get(file)! }))
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(ya?ml|json)$/i.test(name))
      .toSorted((a, b) => (parse(a).name < parse(b).name ? -1 : 1))
      .map((name) => join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function clashes(a: Declaration, b: Declaration): boolean {
  return a.id === b.id ? a.version === b.version : a.code === b.code
}

function twice({ id, code, version }: Declaration, file: string): Words {
  return fill(REFUSALS.DECLARED_TWICE, { file, id, code, version })
}
