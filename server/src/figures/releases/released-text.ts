import type { Connection } from '../../ground/database/database.ts'
import { packTextAside, unpackText } from '../../ground/database/kept-texts.ts'
import { deleteRelease, insertRelease, selectFigures, type FiguresRow, type ReleaseRow } from './store.ts'

/** What was stored of an indicator with a release; null: nothing. */
export async function readReleasedText(db: Connection, of: Omit<FiguresRow, 'figures'>): Promise<string | null> {
  const packed = await selectFigures(db, of)
  return packed === null ? null : unpackText(packed)
}

/** Of an indicator on a basis: what the public sees of it, as text. */
export interface ReleasedText {
  indicator: string
  basis: string
  packed: string
}

export async function packReleased(indicator: string, basis: string, text: string): Promise<ReleasedText> {
  return { indicator, basis, packed: await packTextAside(text) }
}

/** A release with all its figures: whole, or not at all, as the transaction is. `again`: the draft that it takes the place of. */
export async function keepRelease(
  db: Connection,
  row: ReleaseRow,
  figures: readonly ReleasedText[],
  again: Pick<ReleaseRow, 'institution' | 'id'> | null,
): Promise<void> {
  const { institution, id: release } = row
  if (again) await deleteRelease(db, again)
  await insertRelease(
    db,
    row,
    figures.map(({ indicator, basis, packed }) => ({ institution, release, indicator, basis, figures: packed })),
  )
}
