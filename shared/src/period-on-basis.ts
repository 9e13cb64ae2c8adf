import { periodLabel, type Period } from './period.ts'
import { basisWords } from './words/bases.ts'
import type { Words } from './words/words.ts'

/** A period with what it is a period of, where its name does not say so: 2023年（自然年）, school year 2023/24. */
export function periodOnBasis(period: Period): Words {
  const [zh, en] = [periodLabel(period, 'ZH'), periodLabel(period, 'EN')]
  switch (period.basis) {
    case 'SCHOOL_YEAR':
      return { zh, en: `${basisWords.SCHOOL_YEAR.en} ${en}` }
    case 'CALENDAR_YEAR':
      return { zh: `${zh}（${basisWords.CALENDAR_YEAR.zh}）`, en: `${basisWords.CALENDAR_YEAR.en} ${en}` }
    case 'POINT_IN_TIME':
      return { zh: `${zh}（${basisWords.POINT_IN_TIME.zh}）`, en: `${en} (${basisWords.POINT_IN_TIME.en})` }
    case 'COHORT':
      return { zh: `${zh}毕业生`, en: `the ${en}` }
  }
}
