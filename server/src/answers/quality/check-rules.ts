import { dayWords } from '@causeway/shared/day'
import type { Causeway } from '../../figures/causeway.ts'
import { over100, targetBackwards, targetTwice, wrongMention } from './plan-rules.ts'
import {
  expiredEvidence,
  lapsingAgreement,
  neverEnded,
  noUnit,
  unknownCountry,
  unusedAdoption,
} from './record-rules.ts'
import type { Find, Found, Rule, SchoolYear, Severity } from './school-year.ts'
import rules from './rules.json' with { type: 'json' }

const dataDateBeforeEnd: Find = async (_causeway, { home, end, partial }) => {
  if (!partial) return []
  const message =
    home.dataDate === null
      ? { zh: '尚未导入任何数据。', en: 'Nothing has been imported.' }
      : {
          zh: `数据截至${dayWords(home.dataDate, 'ZH')}，该学年到${dayWords(end, 'ZH')}结束，指标值尚不完整。`,
          en: `The data end on ${dayWords(home.dataDate, 'EN')} and the year on ${dayWords(end, 'EN')}: its figures are not complete.`,
        }
  return [{ recordType: null, count: 0, message, keys: [] }]
}

type Code = keyof typeof rules

const FINDERS: Record<Code, Find> = {
  WRONG_MENTION: wrongMention,
  TARGET_TWICE: targetTwice,
  LAPSING_AGREEMENT: lapsingAgreement,
  DATA_DATE_BEFORE_END: dataDateBeforeEnd,
  UNKNOWN_COUNTRY: unknownCountry,
  NEVER_ENDED: neverEnded,
  EXPIRED_EVIDENCE: expiredEvidence,
  TARGET_BACKWARDS: targetBackwards,
  OVER_100: over100,
  UNUSED_ADOPTION: unusedAdoption,
  NO_UNIT: noUnit,
}

/** Every rule, the worst first. */
const RULES = (Object.keys(rules) as Code[]).map((code): Rule => {
  const { severity, instruction } = rules[code]
  return { code, severity: severity as Severity, instruction, find: FINDERS[code] }
})

export interface Finding extends Found {
  rule: Rule
}

/** What the rules find in the records of an institution. */
export async function checkRules(causeway: Causeway, year: SchoolYear): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const rule of RULES) for (const found of await rule.find(causeway, year)) findings.push({ rule, ...found })
  return findings
}
