import { toDay, toIso, type Day } from '@causeway/shared/day'
import { dayWords } from '@causeway/shared/day-words'
import type { Rule } from './rule.ts'
import { findLapsingAgreements } from './store.ts'

/** As far as a college plans: what ends before the next report is due. */
const DAYS_IN_A_YEAR = 365

/** Of a year that is long over nothing is left to decide: it is told of the years that the data date has just passed, or lies in. */
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
