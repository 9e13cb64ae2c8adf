import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { fill, type Words } from '@causeway/shared/words/words'
import { OPERATOR } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { createRelease } from '../releases/make-release.ts'
import { CODE, DEMONSTRATION_FOLDER } from './load-demonstration.ts'

interface DemonstrationRelease {
  name: string
  /** The year it is about. */
  year: number
  /** The last file that it holds. */
  upTo: string
  madeAt: string
  cameOutAt: string
  note?: string
}

/** In the order in which they came out. */
export const DEMONSTRATION_RELEASES = parse(
  readFileSync(join(DEMONSTRATION_FOLDER, 'releases.yaml'), 'utf8'),
) as DemonstrationRelease[]

const RELEASING: Words = { zh: '　定稿 {name}', en: '  Release {name}' }

/** What a load is to wait for after each file: a release, where the college made one then. */
export function releasesOfDemonstration(
  causeway: Causeway,
  onStep: (words: Words) => void,
): (file: string) => Promise<void> {
  return async (file) => {
    for (const { upTo, madeAt, cameOutAt, ...asked } of DEMONSTRATION_RELEASES) {
      if (upTo !== file) continue
      onStep(fill(RELEASING, asked))
      await createRelease(causeway, OPERATOR, { ...asked, institution: CODE }, { madeAt, cameOutAt })
    }
  }
}
