import { USED_WORDS } from '@causeway/shared/stage-sign'
import type { Words } from '@causeway/shared/words/words'

/** The stages of an adoption, in order, each with its own date field. */
export const STAGES = ['PROPOSED', 'ADAPTED', 'ADOPTED', 'REGISTERED', 'IN_SYSTEM', 'LAPSED'] as const
export type Stage = (typeof STAGES)[number]

/** What may have a day in the life of an adoption. Use by learners is no stage but a mark beside: it may begin in any of them. */
export const MARKS = ['PROPOSED', 'ADAPTED', 'ADOPTED', 'REGISTERED', 'IN_SYSTEM', 'USED', 'LAPSED'] as const
export type Mark = (typeof MARKS)[number]

export const STAGE_WORDS: Record<Mark, Words> = {
  PROPOSED: { zh: '已提出', en: 'proposed' },
  ADAPTED: { zh: '已本土化修订', en: 'adapted' },
  ADOPTED: { zh: '已采用', en: 'adopted' },
  REGISTERED: { zh: '已注册认证', en: 'registered' },
  IN_SYSTEM: { zh: '已纳入国民教育体系', en: 'in the national system' },
  USED: USED_WORDS,
  LAPSED: { zh: '已失效', en: 'lapsed' },
}

/** Of an adoption that had not begun by the day, or whose stages are not dated. */
export const NO_STAGE: Words = { zh: '尚无阶段日期', en: 'no stage dated yet' }

/** Fields of an adoption that date its stages. */
export const STAGE_FIELDS: Record<Stage, string> = {
  PROPOSED: 'proposed_on',
  ADAPTED: 'adapted_on',
  ADOPTED: 'adopted_on',
  REGISTERED: 'registered_on',
  IN_SYSTEM: 'in_system_on',
  LAPSED: 'lapsed_on',
}

export function stageWords(stage: Stage | null): Words {
  return stage === null ? NO_STAGE : STAGE_WORDS[stage]
}
