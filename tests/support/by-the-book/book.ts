import { ASSESSMENTS } from './assessments.ts'
import type { Entry } from './asked.ts'
import { EXPORT } from './export.ts'
import { GRADUATES } from './graduates.ts'
import { INTRODUCTION } from './introduction.ts'
import { PEOPLE } from './people.ts'
import { PLATFORMS } from './platforms.ts'
import { SKILLS } from './skills.ts'
import { STANDARDS } from './standards.ts'

/** Every indicator by its code, written from the specification alone: what a person with the records and a pencil would do. */
export const BY_THE_BOOK: Record<string, Entry> = {
  ...INTRODUCTION,
  ...EXPORT,
  ...STANDARDS,
  ...PLATFORMS,
  ...ASSESSMENTS,
  ...GRADUATES,
  ...SKILLS,
  ...PEOPLE,
}
