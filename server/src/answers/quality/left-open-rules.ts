import { toIso, dayWords } from '@causeway/shared/day'
import { findExpiredEvidence, findNeverEnded, findUnusedAdoptions, type FoundRecords } from './store.ts'
import type { Found, Rule } from './school-year.ts'

const YEARS_OF_STUDY = 6
const YEARS_UNUSED = 2
const DAYS_IN_A_YEAR = 365

export const NEVER_ENDED: Rule = {
  code: 'NEVER_ENDED',
  severity: 'WARNING',
  instruction: {
    zh: '补填离校日期或在校天数：没有结束日期的学籍一直计入在校生。',
    en: 'Fill in the end or the planned days: an enrolment without an end counts for ever.',
  },
  find: async ({ database }, { institution, firstDay }) => {
    const before = firstDay - YEARS_OF_STUDY * DAYS_IN_A_YEAR
    const found = await database.snapshot((db) => findNeverEnded(db, institution, before))
    return toFound('enrolment', found, {
      zh: `${found.count} 条学籍记录在${dayWords(toIso(before), 'ZH')}之前入学，至今没有结束日期。`,
      en: `Enrolments that began before ${dayWords(toIso(before), 'EN')} and have no end: ${found.count}.`,
    })
  },
}

export const UNUSED_ADOPTION: Rule = {
  code: 'UNUSED_ADOPTION',
  severity: 'HINT',
  instruction: {
    zh: '向采用单位了解使用情况：有学生使用的补报“标准（资源）使用情况”，不再使用的填写失效日期。',
    en: 'Ask the adopter: report the learners that use it, or the day on which it lapsed.',
  },
  find: async ({ database }, { institution, asOf }) => {
    const before = asOf - YEARS_UNUSED * DAYS_IN_A_YEAR
    const found = await database.snapshot((db) => findUnusedAdoptions(db, institution, { before, on: asOf }))
    return toFound('adoption', found, {
      zh: `${found.count} 项标准资源采用已超过两年，从未报过使用的学生。`,
      en: `Adoptions over two years old of which no learners were ever reported: ${found.count}.`,
    })
  },
}

export const EXPIRED_EVIDENCE: Rule = {
  code: 'EXPIRED_EVIDENCE',
  severity: 'WARNING',
  instruction: {
    zh: '补交有效期内的佐证材料，或说明不再需要。',
    en: 'Hand in evidence that is still valid, or say that it is not needed any more.',
  },
  find: async ({ database }, { institution, asOf }) => {
    const found = await database.snapshot((db) => findExpiredEvidence(db, institution, asOf))
    return toFound('evidence', found, {
      zh: `${found.count} 条佐证材料到${dayWords(toIso(asOf), 'ZH')}已过有效期。`,
      en: `Pieces of evidence that had expired by ${dayWords(toIso(asOf), 'EN')}: ${found.count}.`,
    })
  },
}

function toFound(recordType: string, { count, keys }: FoundRecords, message: Found['message']): Found[] {
  return count === 0 ? [] : [{ recordType, count, message, keys }]
}
