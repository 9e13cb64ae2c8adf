import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import type { Words } from '@causeway/shared/words/words'
import { checkBroughtLines, listForms } from '../../figures/forms/find-form.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import declarationSchema from '../../figures/indicators/declaration.schema.json' with { type: 'json' }
import { sorted } from '../../figures/indicators/files/complete-declaration.ts'
import { sayPlace } from '../../figures/indicators/files/read-declaration.ts'
import { readFolder } from '../../figures/indicators/files/read-indicators.ts'
import fileSchema from '../../figures/indicators/indicator-file.schema.json' with { type: 'json' }
import { ConfigProblems } from '../../ground/config.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { workExample } from '../cli/check-indicators.ts'

const FOLDER = join(PROJECT_ROOT, 'server/src/figures/indicators')

/** What the codes begin with, in the order in which people read the catalogue: the picture of the whole first. */
const FAMILIES = ['DN', 'IN', 'EX', 'ST', 'PF', 'SK']

/** The order of keys in a shipped declaration, which is part of its definition hash, whatever order its file has. */
const KEYS = [
  ...['id', 'code', 'name', 'definition', 'fillingNote', 'theme', 'kind', 'unit', 'decimals', 'betterWhen', 'version'],
  ...['change', 'bases', 'base', 'scope', 'set', 'measure', 'dimensions', 'threshold', 'lines', 'example'],
]

/**
 * `catalogue.json`: the folder `catalogue` in the order of its codes, a declaration a line. The example of each that is new or
 * another than before is worked.
 * @throws ConfigProblems
 */
export async function writeCatalogue(): Promise<string> {
  const { declarations, problems } = readFolder(join(FOLDER, 'catalogue'), null)
  const wrong = [...problems.map(sayPlace), ...checkBroughtLines(declarations, () => listForms({ indicators: [] }))]
  if (wrong.length === 0) wrong.push(...unknownToEditors())
  if (wrong.length > 0) throw new ConfigProblems(wrong)
  const before = readFileSync(join(FOLDER, 'catalogue.json'), 'utf8')
  const lines: string[] = []
  for (const declaration of declarations.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const line = JSON.stringify(sorted(declaration, KEYS))
    const changed = declaration.example && !before.includes(line)
    for (const { zh, en } of changed ? await workExample(declaration) : [])
      wrong.push({ zh: `${declaration.code}：${zh}`, en: `${declaration.code}: ${en}` })
    lines.push(line)
  }
  if (wrong.length > 0) throw new ConfigProblems(wrong)
  return `[\n${lines.join(',\n')}\n]\n`
}

/** Files that are right, though the schema by which editors complete them says that they are not. */
function unknownToEditors(): Words[] {
  const schemas = { 'declaration.schema.json': declarationSchema }
  const check = new Ajv2020({ schemas, strict: false }).compile(fileSchema)
  const folder = join(FOLDER, 'catalogue')
  return readdirSync(folder).flatMap((name) => {
    if (check(parse(readFileSync(join(folder, name), 'utf8')))) return []
    const place = check.errors![0]!.instancePath
    return [
      {
        zh: `indicator-file.schema.json 不识 ${name} 的 ${place}`,
        en: `indicator-file.schema.json does not know ${place} of ${name}`,
      },
    ]
  })
}

function placeOf({ code }: Declaration): number {
  const [, family, number] = /^([A-Z]+)(\d+)/.exec(code) ?? []
  const rank = FAMILIES.indexOf(family!)
  return (rank < 0 ? FAMILIES.length : rank) * 1000 + Number(number)
}
