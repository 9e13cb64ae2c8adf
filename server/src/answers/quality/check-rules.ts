import type { Causeway } from '../../figures/causeway.ts'
import { DATA_DATE_BEFORE_END } from './data-date-rule.ts'
import { NO_UNIT, UNKNOWN_COUNTRY } from './empty-field-rules.ts'
import { EXPIRED_EVIDENCE, NEVER_ENDED, UNUSED_ADOPTION } from './left-open-rules.ts'
import { LAPSING_AGREEMENT } from './lapsing-rule.ts'
import { OVER_100, WRONG_MENTION } from './mention-rules.ts'
import type { Found, Rule } from './rule.ts'
import { TARGET_BACKWARDS, TARGET_TWICE } from './target-rules.ts'
import type { SchoolYear } from './school-year.ts'

/** Every rule, the worst first. */
const RULES: readonly Rule[] = [
  WRONG_MENTION,
  TARGET_TWICE,
  LAPSING_AGREEMENT,
  DATA_DATE_BEFORE_END,
  UNKNOWN_COUNTRY,
  NEVER_ENDED,
  EXPIRED_EVIDENCE,
  TARGET_BACKWARDS,
  OVER_100,
  UNUSED_ADOPTION,
  NO_UNIT,
]

export interface Finding extends Found {
  rule: Rule
}

/** What the rules find in the records of an institution. */
export async function checkRules(causeway: Causeway, year: SchoolYear): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const rule of RULES) for (const found of await rule.find(causeway, year)) findings.push({ rule, ...found })
  return findings
}
