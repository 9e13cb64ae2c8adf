import { recordTypeOf } from '../../record-types.ts'
import { findHeader } from '../sheets/find-header.ts'
import { recordTypesOf } from '../mapping/mapping.ts'
import { parseMapping } from '../mapping/read-mapping.ts'
import { openFile } from '../readers/open-file.ts'
import { searchFor } from './recognise-types.ts'

/** The heads of a file as a mapping finds them. Throws `ImportRefused` where the mapping is wrong or the file is not one of its kind. */
export async function readFileHeads(path: string, text: string): Promise<string[]> {
  const mapping = parseMapping(path, text)
  const file = await openFile(path, () => {})
  try {
    const [type] = recordTypesOf(mapping)
    return (await findHeader(file.tables, searchFor(recordTypeOf(type!), mapping))).headers
  } finally {
    await file.close()
  }
}
