import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEMONSTRATION_FILES, DEMONSTRATION_FOLDER } from '@causeway/server/desk/demonstration/load-demonstration'
import { importFile } from '@causeway/server/records/import/import-file'
import { ImportPreview } from '@causeway/server/records/import/report/import-preview'
import type { ImportReport } from '@causeway/server/records/import/report/import-report'
import { readingAsMapping } from '@causeway/server/records/import/moves/reading-as-mapping'
import { openDemonstration } from '../support/demonstration.ts'
import { folderOfTest } from '../support/folders.ts'

/** Of an institution, with a companion, with decisions, with levels, with groups, with plans and papers. */
const TRIED = [
  ...['institution', 'adoption', 'same-as', 'language-result', 'training-session', 'competition-result'],
  ...['target', 'peer-figure', 'nothing-to-report', 'survey-result'],
]

test('the mapping that is made of how a file was read reads it as its headers do', async () => {
  const { database, secret } = await openDemonstration()
  const mapping = join(folderOfTest(), 'm.yaml')
  const countsOf = ({ accepted, updated, unchanged, rejected, rowsLeftOut }: ImportReport) => {
    return { accepted, updated, unchanged, rejected, rowsLeftOut }
  }
  try {
    for (const as of TRIED) {
      const name = DEMONSTRATION_FILES.find(([, type]) => type === as)![0]
      const institution = as === 'institution' ? undefined : 'demo'
      const asked = { path: join(DEMONSTRATION_FOLDER, name), as, institution, dryRun: true }
      const preview = new ImportPreview()
      const report = await importFile(database, secret, { ...asked, preview })
      expect(report.unchanged, name).toBeGreaterThan(0)
      writeFileSync(mapping, readingAsMapping(preview)!)
      expect(countsOf(await importFile(database, secret, { ...asked, mapping })), name).toEqual(countsOf(report))
    }
  } finally {
    await database.close()
  }
})
