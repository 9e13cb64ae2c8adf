import { requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import {
  listSavedMappings,
  listVersions,
  removeMapping,
  requireSavedMapping,
  saveMapping,
  type AskedMapping,
  type SavedMapping,
} from '../../records/import/saved/saved-mapping.ts'

// Anyone who may import may keep how files are read, and nobody else sees it: it may name persons and partners.

type Of = Pick<SavedMapping, 'institution' | 'name'>

/** @throws QuestionError UNAUTHENTICATED, FORBIDDEN */
export function savedMappingsFor({ database }: Causeway, viewer: Viewer, institution: string): Promise<SavedMapping[]> {
  requireRight(viewer, 'records', institution)
  return listSavedMappings(database, institution)
}

/** @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_MAPPING */
export function savedMappingFor(
  { database }: Causeway,
  viewer: Viewer,
  { institution, name }: Of,
  version?: number,
): Promise<SavedMapping & { text: string }> {
  requireRight(viewer, 'records', institution)
  return requireSavedMapping(database, institution, name, version)
}

/** Of one that the viewer was given. */
export function versionsOf({ database }: Causeway, { institution, name }: Of): Promise<SavedMapping[]> {
  return listVersions(database, institution, name)
}

/** @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, UNKNOWN_UNIT, BAD_MAPPING_NAME, BAD_MAPPING, TOO_MANY_MAPPINGS */
export function saveMappingAs(
  { database }: Causeway,
  viewer: Viewer,
  asked: AskedMapping,
): Promise<SavedMapping & { changed: boolean }> {
  requireRight(viewer, 'records', asked.institution)
  return saveMapping(database, asked, viewer.token ?? null)
}

/** @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_MAPPING */
export function removeMappingAs(
  { database }: Causeway,
  viewer: Viewer,
  { institution, name }: Of,
): Promise<SavedMapping> {
  requireRight(viewer, 'records', institution)
  return removeMapping(database, institution, name, viewer.token ?? null)
}
