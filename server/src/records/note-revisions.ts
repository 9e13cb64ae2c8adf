import { readSetting, writeSetting, type Connection } from '../ground/database/database.ts'
import { inParts } from '../ground/database/many.ts'

/** What answers rest on besides records: each is a text, kept by its hash (`ground/database/kept-texts.ts`). */
export const TEXT_NAMES = ['definitions', 'own_indicators', 'own_fields', 'forms', 'reference'] as const
export type TextName = (typeof TEXT_NAMES)[number]
/** The hash of each; null: nobody knows. */
export type TextHashes = Record<TextName, string | null>

const IN_FORCE = 'texts-in-force'

/** The texts by which this database is read at present; null: no process that knows them has opened it. */
export async function readTextsInForce(db: Connection): Promise<TextHashes | null> {
  const value = await readSetting(db, IN_FORCE)
  return value === null ? null : (JSON.parse(value) as TextHashes)
}

export async function writeTextsInForce(db: Connection, hashes: TextHashes): Promise<void> {
  await writeSetting(db, IN_FORCE, JSON.stringify(hashes))
}

/**
 * Writes down the revisions that institutions have just come to, in the transaction that raises them: when that was, the data date,
 * and the texts in force.
 */
export async function noteRevisions(db: Connection, institutions: readonly string[]): Promise<void> {
  const hashes = await readTextsInForce(db)
  for (const some of inParts(institutions))
    await db
      .insertInto('revision')
      .columns(['institution', 'revision', 'at', 'data_date', ...TEXT_NAMES])
      .expression(
        db
          .selectFrom('institution_state')
          .select(['institution', 'revision', 'committed_at', 'data_date'])
          .select((e) =>
            TEXT_NAMES.map((name) => e.cast<string | null>(e.val(hashes?.[name] ?? null), 'text').as(name)),
          )
          .where('institution', 'in', some),
      )
      .execute()
}
