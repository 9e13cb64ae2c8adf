import { dayWords } from '@causeway/shared/day'
import type { Causeway } from '../../figures/causeway.ts'
import { OVER_100, TARGET_BACKWARDS, TARGET_TWICE, WRONG_MENTION } from './plan-rules.ts'
import {
  EXPIRED_EVIDENCE,
  LAPSING_AGREEMENT,
  NEVER_ENDED,
  NO_UNIT,
  UNKNOWN_COUNTRY,
  UNUSED_ADOPTION,
} from './record-rules.ts'
import type { Found, Rule, SchoolYear } from './school-year.ts'

export const DATA_DATE_BEFORE_END: Rule = {
  code: 'DATA_DATE_BEFORE_END',
  severity: 'WARNING',
  instruction: {
    zh: '补齐该学年的台账后，再更改数据截至日期（“数据”页，或 causeway data-date）。',
    en: 'Import the rest of the year, then move the data date (on the data page, or by causeway data-date).',
  },
  async find(_causeway, { home, end, partial }) {
    if (!partial) return []
    const message =
      home.dataDate === null
        ? { zh: '尚未导入任何数据。', en: 'Nothing has been imported.' }
        : {
            zh: `数据截至${dayWords(home.dataDate, 'ZH')}，该学年到${dayWords(end, 'ZH')}结束，指标值尚不完整。`,
            en: `The data end on ${dayWords(home.dataDate, 'EN')} and the year on ${dayWords(end, 'EN')}: its figures are not complete.`,
          }
    return [{ recordType: null, count: 0, message, keys: [] }]
  },
}

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
