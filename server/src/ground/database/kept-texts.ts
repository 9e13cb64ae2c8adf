import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, brotliDecompressSync, constants, type BrotliOptions } from 'node:zlib'
import type { Connection } from './database.ts'

/** Quick, and a tenth of the text. */
const QUALITY = 5
const PACKING: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** Keeps each text that is not kept yet under its hash, for good. */
export async function keepTexts(db: Connection, texts: readonly string[]): Promise<void> {
  const byHash = new Map(texts.map((text) => [hashOfText(text), text]))
  const known = await db
    .selectFrom('kept_text')
    .select('hash')
    .where('hash', 'in', [...byHash.keys()])
    .execute()
  for (const { hash } of known) byHash.delete(hash)
  if (byHash.size === 0) return
  await db
    .insertInto('kept_text')
    .values([...byHash].map(([hash, text]) => ({ hash, body: packText(text) })))
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

/** The text of a hash; null: it is not kept. */
export async function readKeptText(db: Connection, hash: string): Promise<string | null> {
  const row = await db.selectFrom('kept_text').select('body').where('hash', '=', hash).executeTakeFirst()
  return row ? unpackText(row.body) : null
}

export function packText(text: string): string {
  return brotliCompressSync(text, PACKING).toString('base64')
}

/** The same, off the event loop. */
export async function packTextAside(text: string): Promise<string> {
  return (await promisify<string, BrotliOptions, Buffer>(brotliCompress)(text, PACKING)).toString('base64')
}

export function unpackText(packed: string): string {
  return brotliDecompressSync(Buffer.from(packed, 'base64')).toString()
}
