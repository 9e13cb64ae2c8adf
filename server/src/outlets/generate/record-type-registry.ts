import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../ground/project-root.ts'

const RECORDS = 'server/src/records'

/** The list of record types, by the files of their folder. Each declares one; it says itself where in lists it comes. */
export function writeRecordTypeRegistry(): Record<string, string> {
  const folder = join(PROJECT_ROOT, RECORDS, 'types')
  const types = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const declared = /^export const (\w+): RecordType\b/m.exec(readFileSync(join(folder, file), 'utf8'))
      if (!declared) throw new Error(`${RECORDS}/types/${file} declares no record type: export const NAME: RecordType`)
      return { file, name: declared[1]! }
    })
  const lines = [
    '// Written by `npm run generate` from the files of the folder types.',
    "import type { RecordType } from './record-type.ts'",
    ...types.map(({ file, name }) => `import { ${name} } from './types/${file}'`),
    '',
    'export const ALL_TYPES: readonly RecordType[] = [',
    ...types.map(({ name }) => `  ${name},`),
    ']',
  ]
  return { [`${RECORDS}/all-record-types.ts`]: `${lines.join('\n')}\n` }
}
