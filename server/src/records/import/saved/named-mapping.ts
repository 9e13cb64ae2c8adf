import { existsSync } from 'node:fs'
import type { Database } from '../../../ground/database/database.ts'
import type { RecordType } from '../../record-type.ts'
import type { ImportRequest } from '../import-request.ts'
import type { Mapping } from '../mapping.ts'
import { parseMapping, readMapping, readShippedMapping } from '../read-mapping.ts'
import { findSavedMapping } from './saved-mapping.ts'

type Asked = Pick<ImportRequest, 'mapping' | 'namedMapping' | 'institution'>

/** The mapping that is asked for: a file before one that the institution saved, and that before one that ships; null: none is. */
export async function findNamedMapping(
  database: Database,
  { mapping, namedMapping, institution }: Asked,
  type: RecordType,
): Promise<Mapping | null> {
  const name = mapping ?? namedMapping
  if (name === undefined) return null
  if (mapping !== undefined && existsSync(mapping)) return readMapping(mapping, type)
  const saved = institution === undefined ? null : await findSavedMapping(database, institution, name)
  if (saved) return parseMapping(saved.name, saved.text, type)
  return mapping !== undefined ? readMapping(mapping, type) : readShippedMapping(name, type)
}
