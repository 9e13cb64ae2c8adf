import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../ground/files.ts'

const RECORDS = 'server/src/records'

/** The list of record types, by the files of their folder. Each type says itself where in lists it comes. */
export function writeRecordTypeRegistry(): Record<string, string> {
  const folder = join(PROJECT_ROOT, RECORDS, 'types')
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const declared = readFileSync(join(folder, file), 'utf8').matchAll(/^export const (\w+): RecordType\b/gm)
      const names = Array.from(declared, ([, name]) => name!)
      if (names.length === 0)
        throw new Error(`${RECORDS}/types/${file} declares no record type: export const NAME: RecordType`)
      return { file, names }
    })
  const lines = [
    '// Written by `npm run generate` from the files of the folder types.',
    "import type { RecordType } from './record-type.ts'",
    ...files.map(({ file, names }) => `import { ${names.join(', ')} } from './types/${file}'`),
    '',
    'export const ALL_TYPES: readonly RecordType[] = [',
    ...files.flatMap(({ names }) => names.map((name) => `  ${name},`)),
    ']',
  ]
  return { [`${RECORDS}/all-record-types.ts`]: `${lines.join('\n')}\n` }
}
