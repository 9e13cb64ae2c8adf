import type { Words } from './words/words.ts'

/** What has a day in the life of an adoption, each with a sign: its stages in order, and among them the first use by learners. */
export type StageSign = 'PROPOSED' | 'ADAPTED' | 'ADOPTED' | 'REGISTERED' | 'IN_SYSTEM' | 'USED' | 'LAPSED'

/** How much of its circle is filled. */
export const STAGE_FILL: Partial<Record<StageSign, number>> = {
  PROPOSED: 0,
  ADAPTED: 1 / 4,
  ADOPTED: 1 / 2,
  REGISTERED: 3 / 4,
  IN_SYSTEM: 1,
}

/** A mark beside the stage, not one of them. */
export const USED_WORDS: Words = { zh: '已有学生使用', en: 'used by learners' }
