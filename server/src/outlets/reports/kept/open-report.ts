import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fill } from '@causeway/shared/words/words'
import { QuestionError } from '../../../ground/question-error.ts'
import { asMemory, readMemory, recoverMemory } from '../docx/memory-part.ts'
import { readTemplate } from '../docx/read-template.ts'
import { unpackWord, type WordParts } from '../docx/word-package.ts'
import { lockFileOf } from '../lock.ts'
import type { ExpectedReport, ReportMemory } from '../memory.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

export interface OpenReport {
  name: string
  parts: WordParts
  memory: ReportMemory
}

/**
 * A report that was filled, as it is now. What it remembers of that is in it; where a program has dropped it, in its lock file; where
 * that is lost too, the tags of its controls say what they ask.
 * @throws QuestionError those of `readTemplate`, REPORT_UNKNOWN, OTHER_REPORT
 */
export async function openReport(path: string, expected: ExpectedReport): Promise<OpenReport> {
  const name = basename(path)
  const parts = unpackWord(await readTemplate(path, name))
  const memory = readMemory(parts) ?? (await readLocked(path)) ?? recoverMemory(parts, expected)
  if (!memory)
    throw new QuestionError('REPORT_UNKNOWN', fill(REFUSALS.REPORT_UNKNOWN, { name, lock: basename(lockFileOf(path)) }))
  const { institution = memory.institution, year = memory.year, partner = memory.partner ?? null } = expected
  if (partner !== (memory.partner ?? null))
    throw new QuestionError(
      'OTHER_REPORT',
      fill(memory.partner ? REFUSALS.OTHER_PARTNER : REFUSALS.NOT_OF_A_PARTNER, {
        name,
        partner: memory.partner ?? '',
      }),
    )
  if (institution !== memory.institution || year !== memory.year)
    throw new QuestionError('OTHER_REPORT', {
      ...fill(REFUSALS.OTHER_REPORT, { name, institution: memory.institution, year: memory.year }),
      facts: { institution: memory.institution, year: memory.year },
    })
  return { name, parts, memory }
}

async function readLocked(path: string): Promise<ReportMemory | null> {
  try {
    const lock = JSON.parse(await readFile(lockFileOf(path), 'utf8')) as { memory?: unknown }
    return asMemory(lock.memory)
  } catch {
    return null
  }
}
