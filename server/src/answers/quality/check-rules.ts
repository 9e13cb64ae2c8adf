import { dayWords, toDay, toIso, type Day } from '@causeway/shared/day'
import type { Rule, Found, SchoolYear } from './school-year.ts'
import { findLapsingAgreements } from './store.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { NO_UNIT, UNKNOWN_COUNTRY } from './empty-field-rules.ts'
import { EXPIRED_EVIDENCE, NEVER_ENDED, UNUSED_ADOPTION } from './left-open-rules.ts'
import { OVER_100, WRONG_MENTION } from './mention-rules.ts'
import { TARGET_BACKWARDS, TARGET_TWICE } from './target-rules.ts'

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

/** As far as a college plans: what ends before the next report is due. */
const DAYS_IN_A_YEAR = 365

/** Of a year that is long over nothing is left to decide: it is said of the years that the data date has just passed, or is in. */
export const LAPSING_AGREEMENT: Rule = {
  code: 'LAPSING_AGREEMENT',
  severity: 'WARNING',
  instruction: {
    zh: '决定是否续签：续签的导入新协议，并在“续签自”填原协议编号；不再合作的无需处理。',
    en: 'Decide whether to renew: bring in the new agreement with “Renewal of”, or let it end.',
  },
  async find({ database }, { home, institution, firstDay, lastDay }) {
    const today = home.dataDate === null ? null : toDay(home.dataDate)
    if (today === null || today < firstDay || today > lastDay + DAYS_IN_A_YEAR) return []
    const until = today + DAYS_IN_A_YEAR
    const { first, count, keys } = await database.snapshot((db) =>
      findLapsingAgreements(db, institution, { after: today, until }),
    )
    if (first === null) return []
    const day = (one: Day, locale: 'ZH' | 'EN') => dayWords(toIso(one), locale)
    return [
      {
        ...{ recordType: 'agreement', count, keys },
        message: {
          zh: `${count} 份合作协议将在${day(until, 'ZH')}前到期，尚未续签，最早的${day(first, 'ZH')}到期。`,
          en: `Agreements that end by ${day(until, 'EN')} and are not renewed: ${count}, the first on ${day(first, 'EN')}.`,
        },
      },
    ]
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
