import type { Words } from '@causeway/shared/words/words'

/** The life of an adoption, in order. */
export const STAGES = ['PROPOSED', 'ADAPTED', 'ADOPTED', 'REGISTERED', 'IN_SYSTEM', 'USED', 'LAPSED'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_WORDS: Record<Stage, Words> = {
  PROPOSED: { zh: '已提出', en: 'proposed' },
  ADAPTED: { zh: '已本土化修订', en: 'adapted' },
  ADOPTED: { zh: '已采用', en: 'adopted' },
  REGISTERED: { zh: '已注册认证', en: 'registered' },
  IN_SYSTEM: { zh: '已纳入国民教育体系', en: 'in the national system' },
  USED: { zh: '已有学生使用', en: 'used by learners' },
  LAPSED: { zh: '已失效', en: 'lapsed' },
}

/** Of an adoption that had not begun by the day. */
export const NOT_BEGUN: Words = { zh: '尚未开始', en: 'not begun' }

/** Fields of an adoption that date its stages. Use is dated by records of its own. */
export const STAGE_FIELDS: Record<Exclude<Stage, 'USED'>, string> = {
  PROPOSED: 'proposed_on',
  ADAPTED: 'adapted_on',
  ADOPTED: 'adopted_on',
  REGISTERED: 'registered_on',
  IN_SYSTEM: 'in_system_on',
  LAPSED: 'lapsed_on',
}

export function stageWords(stage: Stage | null): Words {
  return stage === null ? NOT_BEGUN : STAGE_WORDS[stage]
}
