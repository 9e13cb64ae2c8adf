import { rename, rm, writeFile } from 'node:fs/promises'
import { periodLabel } from '@causeway/shared/period'
import type { Profile } from '@causeway/shared/series'
import { inLocale } from '@causeway/shared/words/words'
import { maySeeExact, type Viewer } from '../../access/viewer.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import type { ReportMemory } from './memory.ts'
import type { LockedFigure } from './report.ts'
import type { UnknownTag } from './tag-tree.ts'
import { schoolYear } from './write-fact.ts'

/** What was written: beside the report, and as the answer of the command. */
export interface ReportLock {
  template: string
  /** SHA-256 of the template, hex. */
  templateHash: string
  institution: { code: string; name: string; demonstration: boolean }
  /** The school year that was picked, and the edition of the quality report that holds it. */
  year: { year: number; label: string; start: string; end: string; edition: number; partial: boolean }
  language: 'zh' | 'en'
  profile: Profile
  dataDate: string | null
  revision: number
  figures: LockedFigure[]
  unknown: { tag: string; place: string; problem: string }[]
  /** As the report has it in itself, which a program may have dropped. */
  memory: ReportMemory
}

export function lockOf(
  viewer: Viewer,
  institution: InstitutionFacts,
  memory: ReportMemory,
  figures: LockedFigure[],
  unknown: readonly UnknownTag[],
): ReportLock {
  const { template, templateHash, year, language, revision } = memory
  const locale = language === 'zh' ? 'ZH' : 'EN'
  const [start, end] = schoolYear(institution, year)
  const { code, name, demonstration, dataDate } = institution
  return {
    ...{ template, templateHash },
    institution: { code, name: inLocale(name, locale), demonstration },
    year: {
      year,
      label: periodLabel({ basis: 'SCHOOL_YEAR', year, start, end }, locale),
      ...{ start, end, edition: Number(end.slice(0, 4)) },
      partial: dataDate === null || end > dataDate,
    },
    language,
    profile: maySeeExact(viewer, code) ? 'EXACT' : 'PUBLIC',
    ...{ dataDate, revision, figures },
    unknown: unknown.map(({ tag, place, problem }) => ({
      tag,
      place: inLocale(place, locale),
      problem: inLocale(problem, locale),
    })),
    memory,
  }
}

export const lockFileOf = (report: string): string => `${report.replace(/\.docx$/i, '')}.lock.json`

/** Report and lock file, or neither. @returns the path of the lock file */
export async function writeWithLock(out: string, report: Buffer, lock: ReportLock): Promise<string> {
  const lockFile = lockFileOf(out)
  await writeBoth([
    [out, report],
    [lockFile, `${JSON.stringify(lock, null, 2)}\n`],
  ])
  return lockFile
}

/** Beside their final names first, so that a full disk leaves no half report. */
async function writeBoth(files: [path: string, content: Buffer | string][]): Promise<void> {
  const parts = files.map(([path]) => `${path}.part`)
  try {
    for (const [n, [, content]] of files.entries()) await writeFile(parts[n]!, content)
    for (const [n, [path]] of files.entries()) await rename(parts[n]!, path)
  } catch (error) {
    await Promise.all(parts.map((part) => rm(part, { force: true })))
    throw error
  }
}
