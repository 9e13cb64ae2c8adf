import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { readOwnIndicators, type OwnIndicators } from '@causeway/server/figures/indicators/files/read-indicators'

/** What a folder with these files declares. */
export function readOwn(files: Record<string, string>): OwnIndicators {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-own-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return readOwnIndicators(folder, CATALOGUE)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Learners from abroad, of any kind or of long stays alone. */
export const LONG_STAYS = readFileSync(join(import.meta.dirname, 'own-foreign-learners.yaml'), 'utf8')
