import type { Words } from '@causeway/shared/words/words'
import type { Brand } from '../ground/brand/brand.ts'
import type { Database } from '../ground/database/database.ts'
import type { FormDefinition } from './forms/form-definition.ts'
import type { Declaration } from './indicators/definition.ts'
import type { Moment } from './moment.ts'
import type { Release } from './releases/release.ts'
import type { RevisionWatch } from '../records/revisions/revision-watch.ts'

/** What every function that answers questions is given. */
export interface Causeway {
  database: Database
  /** Every indicator as it is now, in the catalogue's order, a college's own last. */
  indicators: readonly Declaration[]
  /** How indicators were declared before; asked for by `definitionVersion`. */
  earlier?: readonly Declaration[]
  /** The moment that questions about its institution are answered as of; absent: what is live. */
  moment?: Moment
  /** The release whose stored public figures answer; absent: figures are counted. */
  released?: Release
  /** The public reads releases, and of its institution there is none: no figure of it is answered, and no record is there. */
  nothingReleased?: true
  /** Of definitions of an earlier time: those that name what this build does not have, and why they cannot be counted by. */
  gone?: ReadonlyMap<Declaration, Words>
  /** Official tables of the operator, in place of those that ship with the same id; absent: there are none. */
  ownForms?: readonly FormDefinition[]
  /** Name, logo, colours and contact of anyone who runs it; absent: those that ship. */
  brand?: Brand
  /** Tells of new revisions; absent: nobody can wait for them. */
  revisions?: RevisionWatch
  /** CAUSEWAY_PUBLIC is not `off`. */
  publicReading: boolean
  /** CAUSEWAY_PUBLIC is `releases`: what the public reads is what is released, and nothing that is live. */
  publicReleases?: boolean
  /** CAUSEWAY_SMALL_COUNTS is `rounded`: the public reads rounded numbers of persons, and few are hidden. */
  isRounded?: boolean
  /** The release that the public is shown as the current one of its institution, whatever the clock says; absent: what the clock says. */
  current?: Release
  /** By whose clock times are written in files, as Asia/Shanghai; absent: as the setting is by default. */
  timeZone?: string
  /** Path of the key of personal hashes; absent: nothing can be imported here. */
  secretFile?: string
  /** Folder of the files of evidence; absent: none can be attached here. */
  evidence?: string
  /** Bytes of the files of one request; absent: as the setting is by default. */
  mostUploadBytes?: number
}
