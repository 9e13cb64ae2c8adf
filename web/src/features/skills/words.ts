import type { Words } from '@causeway/shared/words/words'
import type { BreakdownName } from './skills-query.ts'

export const SKILLS_WORDS = {
  title: { zh: '技能成效：学到了什么', en: 'Skills: what was learned' },
  lead: {
    zh: '证书、大赛、培训前后的提高、按标准单元的达标，以及毕业去向。',
    en: 'Certificates, competitions, gains from before to after, attainment by unit of the standard, and where graduates went.',
  },
  few: {
    zh: '“8/12”是分子与分母，“基数”是计入的人数或项数。不足 30 的，先写人数或项数，不比较高低；差别在波动范围内的，也不判好坏。',
    en: '“8/12” is numerator and denominator, “counted over” how many people or items a figure is made of. Of fewer than 30 the counts come first and no change is shown; nor is one that chance alone could make.',
  },
  certificates: { zh: '证书', en: 'Certificates' },
  competitions: { zh: '大赛', en: 'Competitions' },
  gains: { zh: '培训前后的提高', en: 'Gains from before to after' },
  attainment: { zh: '按标准单元的达标', en: 'Attainment by unit' },
  destinations: { zh: '毕业去向', en: 'Where graduates went' },
  satisfaction: { zh: '满意度与实训', en: 'Satisfaction and practice' },
  lost: { zh: '有前测而无后测', en: 'Tested before and not after' },
  instrument: { zh: '测评工具', en: 'Instrument' },
  gain: { zh: '平均提高（分）', en: 'Mean gain (points)' },
  pairs: { zh: '前后都测的人数', en: 'People tested both times' },
  gainsNote: {
    zh: '同一人、同一工具、同一版本前后各一次才成对。',
    en: 'A pair is one person, one instrument, one version, before and after.',
  },
  noGains: { zh: '本年度没有前后成对的测评。', en: 'No pairs of tests in this year.' },
  unfilled: { zh: '未填报', en: 'Without records' },
  empty: { zh: '这些年没有技能成效的指标值', en: 'No figures of skills in these years' },
} satisfies Record<string, Words>

export const BREAKDOWN_TITLES: Record<BreakdownName, Words> = {
  certificates: { zh: '证书获取率，分专业', en: 'Certificate rate by programme' },
  passes: { zh: '技能等级证书首次通过率，分测评工具', en: 'First-attempt pass rate by examination' },
  awards: {
    zh: '国（境）外技能大赛获奖，分举办国家（地区）',
    en: 'Awards in competitions abroad by where they were held',
  },
  gains: { zh: '培训前后技能增值，分测评工具', en: 'Mean gain by instrument' },
  units: { zh: '能力达标率，分标准单元', en: 'Attainment by unit of the standard' },
  destinations: { zh: '毕业去向落实率（12月31日），分专业', en: 'Destination rate on 31 December by programme' },
  satisfaction: { zh: '学习者满意度，分对象', en: 'Learner satisfaction by kind of learner' },
}
