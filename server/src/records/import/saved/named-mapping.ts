import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Database } from '../../../ground/database/database.ts'
import type { RecordType } from '../../record-type.ts'
import type { ChosenReading } from '../columns/chosen-reading.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { parseMapping, readMappingText, readShippedText } from '../mapping/read-mapping.ts'
import { withRenamed } from '../mapping/rename-columns.ts'
import { findSavedMapping, namesInUse } from './saved-mapping.ts'

/** Which mapping is asked for; none of them: none is. */
export interface MappingAsked {
  /** Path of a mapping, or the name of one that the institution saved or that ships. */
  mapping?: string | undefined
  /** Name of a mapping that the institution saved or that ships, and no path. */
  namedMapping?: string | undefined
  /** The text of a mapping; it comes before one that has a name. */
  mappingText?: string | undefined
  /** What a person chose where headers do not say it. */
  chosen?: ChosenReading | undefined
  institution?: string | undefined
}

/** What a mapping is called in messages that has no name yet. */
const NAMELESS = 'mapping'

export interface NamedMapping {
  name: string
  /** YAML */
  text: string
  mapping: Mapping
}

/** The mapping that is asked for: a file before one that the institution saved, and that before one that ships; null: none is. */
export async function findNamedMapping(
  database: Database,
  { mapping, mappingText, namedMapping, institution, chosen }: MappingAsked,
  type?: RecordType,
): Promise<NamedMapping | null> {
  if (mappingText !== undefined)
    return { name: NAMELESS, text: mappingText, mapping: parseMapping(NAMELESS, mappingText, type) }
  const asked = mapping ?? namedMapping
  if (asked === undefined) return null
  const isFile = mapping !== undefined && existsSync(mapping)
  const saved = isFile || institution === undefined ? null : await findSavedMapping(database, institution, asked)
  const others = saved || institution === undefined ? [] : await namesInUse(database, institution)
  const readOther = mapping === undefined ? readShippedText : readMappingText
  const written = saved?.text ?? (await readOther(asked, others))
  const text = chosen?.renamed?.size ? withRenamed(written, chosen.renamed) : written
  const name = saved?.name ?? basename(asked)
  return { name, text, mapping: parseMapping(name, text, type) }
}
