import { dayWords } from '@causeway/shared/day-words'
import type { Rule } from './rule.ts'

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
