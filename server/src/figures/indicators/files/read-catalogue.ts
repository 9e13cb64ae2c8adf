import { join } from 'node:path'
import type { Declaration } from '../definition.ts'
import { sorted } from './complete-declaration.ts'
import { readFolder } from './read-indicators.ts'

/** What the codes begin with, in the order in which people read the catalogue: the picture of the whole first. */
const FAMILIES = ['DN', 'IN', 'EX', 'ST', 'PF', 'SK']

/** The order of keys in a shipped declaration, which is part of its definition hash, whatever order its file has. */
const KEYS = [
  ...['id', 'code', 'name', 'definition', 'fillingNote', 'theme', 'kind', 'unit', 'decimals', 'betterWhen', 'version'],
  ...['change', 'bases', 'base', 'scope', 'set', 'measure', 'dimensions', 'threshold', 'lines', 'example'],
]

/** `catalogue.json`: the folder `catalogue` in the order of its codes, a declaration a line. */
export function writeCatalogue(): string {
  const { declarations, problems } = readFolder(join(import.meta.dirname, '..', 'catalogue'), null)
  if (problems.length > 0)
    throw new Error(problems.map(({ file, line, words }) => `${file}:${line} ${words.en}`).join('\n'))
  const lines = declarations.toSorted((a, b) => placeOf(a) - placeOf(b)).map((one) => JSON.stringify(sorted(one, KEYS)))
  return `[\n${lines.join(',\n')}\n]\n`
}

function placeOf({ code }: Declaration): number {
  const [, family, number] = /^([A-Z]+)(\d+)/.exec(code) ?? []
  const rank = FAMILIES.indexOf(family!)
  return (rank < 0 ? FAMILIES.length : rank) * 1000 + Number(number)
}
