import type { DemonstrationFile } from './csv-file.ts'
import { makeLearningFiles } from './learning-files.ts'
import { makeRegisterFiles } from './register-files.ts'
import { makeStatementFiles } from './statement-files.ts'
import { tellStory } from './people.ts'

/** The invented college's files, in the order in which they must be imported; the same bytes whenever and wherever they are made. */
export function makeFiles(): DemonstrationFile[] {
  const people = tellStory()
  return [...makeRegisterFiles(), ...makeLearningFiles(people), ...makeStatementFiles(people)]
}
