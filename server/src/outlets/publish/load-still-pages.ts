import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WriteStillPage } from '@causeway/shared/still-page'
import { PROJECT_ROOT } from '../../ground/project-root.ts'
import { QuestionError } from '../../ground/question-error.ts'

export const WEB_ROOT = join(PROJECT_ROOT, 'web', 'dist')
const STILL_PAGES = join(PROJECT_ROOT, 'web', 'dist-still', 'write-still-page.js')

/** The pages of the app as the set-up built them. Throws `NOT_BUILT` where it has not. */
export async function loadStillPages(): Promise<WriteStillPage> {
  if (!existsSync(STILL_PAGES))
    throw new QuestionError('NOT_BUILT', {
      zh: '网页尚未构建：请用 npm run -s causeway -- publish … 运行，它会先构建。',
      en: 'The web app is not built: run it as npm run -s causeway -- publish …, which builds it first.',
    })
  const { writeStillPage } = (await import(pathToFileURL(STILL_PAGES).href)) as { writeStillPage: WriteStillPage }
  return writeStillPage
}
