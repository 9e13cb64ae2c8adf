import type { Causeway } from './causeway.ts'
import { MACHINERY } from './definition-hash.ts'
import { CATALOGUE } from './indicators/catalogue.ts'
import { listForms } from './forms/find-form.ts'
import type { FormDefinition } from './forms/form-definition.ts'
import type { Declaration } from './indicators/definition.ts'
import { once } from '../ground/once.ts'
import { hashOfText, keepTexts, readKeptText } from '../ground/database/kept-texts.ts'
import { isOwnColumn } from '../ground/database/columns.ts'
import { readReferenceRows, type ReferenceRows } from '../ground/database/migrate.ts'
import type { Connection } from '../ground/database/database.ts'
import { lockBatchOrder, lockInstitutions } from '../records/institutions.ts'
import { raiseRevisions } from '../records/commit.ts'
import {
  readTextsInForce,
  TEXT_NAMES,
  writeTextsInForce,
  type TextHashes,
  type TextName,
} from '../records/note-revisions.ts'
import { typesWithOwnFields } from '../records/own-fields.ts'
import type { Field } from '../records/record-type.ts'
import { RECORD_TYPES } from '../records/record-types.ts'

/** What the texts of a revision hold. */
export interface Texts {
  definitions: { machinery: number; types: unknown; indicators: readonly Declaration[] }
  own_indicators: { indicators: readonly Declaration[]; earlier: readonly Declaration[] }
  own_fields: unknown
  forms: readonly FormDefinition[]
  reference: ReferenceRows
}

const isOwn = ({ name }: Field) => isOwnColumn(name)

type Declared = Pick<Causeway, 'indicators' | 'earlier' | 'ownForms'>

/** The texts that this process answers by. */
export const textsOf = once((causeway: Declared): Record<TextName, string> => {
  const types = RECORD_TYPES.map(({ name, span, register, stages, key }) => ({ name, span, register, stages, key }))
  const own = causeway.indicators.filter((declaration) => !CATALOGUE.includes(declaration))
  const texts: Texts = {
    definitions: { machinery: MACHINERY, types, indicators: CATALOGUE },
    own_indicators: { indicators: own, earlier: causeway.earlier ?? [] },
    own_fields: typesWithOwnFields().map(({ name, fields }) => ({ name, fields: fields.filter(isOwn) })),
    forms: listForms({ indicators: [], ownForms: causeway.ownForms }),
    reference: readReferenceRows(),
  }
  return mapTexts((name) => JSON.stringify(texts[name]))
})

export const hashesOf = once((causeway: Declared): TextHashes => {
  const texts = textsOf(causeway)
  return mapTexts((name) => hashOfText(texts[name]))
})

function mapTexts<T>(of: (name: TextName) => T): Record<TextName, T> {
  return Object.fromEntries(TEXT_NAMES.map((name) => [name, of(name)])) as Record<TextName, T>
}

/** A part of what answers of a moment rest on; null: it is the one that this process has, or nobody knows it. */
export async function textThen<Name extends TextName>(
  db: Connection,
  causeway: Declared,
  texts: TextHashes,
  name: Name,
): Promise<Texts[Name] | null> {
  const hash = texts[name]
  if (hash === null || hash === hashesOf(causeway)[name]) return null
  const text = await readKeptText(db, hash)
  return text === null ? null : (JSON.parse(text) as Texts[Name])
}

/**
 * Writes down by which texts the database is read from now on. Where they are others than before, an answer may be another from here
 * on: every institution comes to a new revision. Revisions of which nobody knows them are taken to be by the first that are known.
 */
export async function announceDefinitions(causeway: Causeway): Promise<void> {
  const { database } = causeway
  const hashes = hashesOf(causeway)
  if (isSame(await readTextsInForce(database.quick), hashes)) return
  await database.write(async (db) => {
    await lockBatchOrder(db, database.kind, undefined)
    const before = await readTextsInForce(db)
    if (isSame(before, hashes)) return
    await keepTexts(db, Object.values(textsOf(causeway)))
    await writeTextsInForce(db, hashes)
    await db.updateTable('revision').set(hashes).where('definitions', 'is', null).execute()
    if (before !== null) await raiseAll(db, database.kind)
  })
}

const isSame = (a: TextHashes | null, b: TextHashes): boolean =>
  a !== null && TEXT_NAMES.every((name) => a[name] === b[name])

async function raiseAll(db: Connection, kind: 'sqlite' | 'postgres'): Promise<void> {
  const known = await db.selectFrom('institution_state').select('institution').orderBy('institution').execute()
  const codes = known.map(({ institution }) => institution)
  const at = new Date().toISOString()
  const raised = [...(await lockInstitutions(db, kind, codes))].flatMap(([institution, { revision, dataDate }]) =>
    revision === 0
      ? []
      : [{ institution, revision: revision + 1, types: [], dataDate: { before: dataDate, after: dataDate }, at }],
  )
  await raiseRevisions(db, raised)
}
