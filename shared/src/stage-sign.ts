/** The stages of an adoption, in the order of its life: each has a sign. */
export type StageSign = 'PROPOSED' | 'ADAPTED' | 'ADOPTED' | 'REGISTERED' | 'IN_SYSTEM' | 'USED' | 'LAPSED'

/** How much of its circle is filled. */
export const STAGE_FILL: Partial<Record<StageSign, number>> = {
  PROPOSED: 0,
  ADAPTED: 1 / 4,
  ADOPTED: 1 / 2,
  REGISTERED: 3 / 4,
  IN_SYSTEM: 1,
}
