import { answerRows } from './answers.ts'
import { disclosureRows } from './disclosure.ts'
import { firstReadingRows } from './first-readings.ts'
import type { Row } from './frame.ts'
import { growthRows } from './growth.ts'
import { importRows } from './import.ts'
import { nationRows } from './nation.ts'
import { pageRows } from './page.ts'
import { peerRows } from './peers.ts'
import { pictureRows } from './pictures.ts'
import { previewRows } from './preview.ts'
import { processRows } from './process.ts'
import { rankingRows } from './ranking.ts'
import { releaseRows } from './releases.ts'
import { reportRows } from './reports.ts'

/** What is measured, in the order in which it is. */
export const ROWS: readonly Row[] = [
  ...answerRows,
  ...firstReadingRows,
  ...releaseRows,
  ...rankingRows,
  ...importRows,
  ...previewRows,
  ...processRows,
  ...pageRows,
  ...peerRows,
  ...nationRows,
  ...disclosureRows,
  ...pictureRows,
  ...reportRows,
  ...growthRows,
]
