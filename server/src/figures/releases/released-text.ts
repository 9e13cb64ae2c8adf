import type { Connection } from '../../ground/database/database.ts'
import { packTextAside, unpackText } from '../../ground/database/kept-texts.ts'
import { deleteRelease, insertRelease, selectFigures, type FiguresOf, type ReleaseRow } from './store.ts'

/** What was stored of an indicator with a release, as the public sees it or exact; null: nothing. */
export async function readReleasedText(
  db: Connection,
  of: FiguresOf,
  which: 'figures' | 'exact' = 'figures',
): Promise<string | null> {
  const packed = await selectFigures(db, of, which)
  return packed === null ? null : unpackText(packed)
}

/** What is stored of an indicator on a basis, packed: what the public sees of it, and what is exact. */
export interface ReleasedText {
  indicator: string
  basis: string
  figures: string
  exact: string
}

export async function packReleased({ figures, exact, ...of }: ReleasedText): Promise<ReleasedText> {
  return { ...of, figures: await packTextAside(figures), exact: await packTextAside(exact) }
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
    figures.map((one) => ({ institution, release, ...one })),
  )
}
