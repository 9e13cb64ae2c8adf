import type { Words } from '@causeway/shared/words/words'

export const OVERVIEW_WORDS = {
  title: { zh: '总览', en: 'Overview' },
  picture: { zh: '谁向谁学：引进来与走出去人数', en: 'Who learns from whom' },
  pictureWhere: {
    zh: '左：引进来（来校访学的国（境）外教师，出国（境）学习的本校师生）；右：走出去（来校学习的国（境）外学员，境外办学点学员，出国（境）授课的本校教师）',
    en: 'Left, introduction: foreign teachers here, our teachers and students learning abroad. Right, export: foreign learners here, learners at our sites abroad, our teachers teaching abroad.',
  },
  noPeople: { zh: '这些年没有师生往来的台账记录', en: 'No records of who came or went' },
  countries: { zh: '来自哪里，去往哪里', en: 'Where: by country or region' },
  all: { zh: '全部', en: 'All' },
  changes: { zh: '变化最大的指标及原因', en: 'What changed most, and why' },
  changesNote: {
    zh: '与上一时段相比，向好、转差各至多三项，按变化幅度排列（数值小的从轻），同一主题至多两项；基数不足 30 或差别在波动范围内的比率不列。原因取自台账的分类数值，分类数值之和不一定等于总数。',
    en: 'Against the period before, at most three either way, by how much of the figure changed, small figures weighing less, at most two of a theme. Shares and means of fewer than 30, or that chance alone could move so far, are left out. Reasons are what the records show by category; categories need not add up to the whole.',
  },
  noChanges: { zh: '本年度没有可与上年比较的变化。', en: 'Nothing changed that can be compared with the year before.' },
  better: { zh: '向好', en: 'For the better' },
  worse: { zh: '转差', en: 'For the worse' },
  due: { zh: '需要决策与待办', en: 'What is due, and what is missing' },
  noMatters: { zh: '各项法定要求均已达到，没有落后的目标。', en: 'Every rule is met, and no target is behind.' },
  notJudged: {
    zh: '本学年尚未报齐，目标与法定要求暂不判定。',
    en: 'Too little of this year is reported: targets and rules are not judged yet.',
  },
  noYardstick: {
    zh: '本年度没有可对照的法定要求或规划目标。',
    en: 'No rule and no target is about a figure of this year.',
  },
  duties: {
    zh: '登录后可见各部门报送情况与台账疑点。',
    en: 'Signed in, you also see which departments have not reported, and what is doubtful in the records.',
  },
  unreported: { zh: '既无记录，也无零报告', en: 'Neither records nor a zero report' },
  noRecords: { zh: '未填报的指标', en: 'Indicators without records' },
  suppressed: { zh: '因人数过少不予公开的指标', en: 'Withheld: too few people to publish' },
  noCountries: { zh: '本年度没有分国家（地区）的数值', en: 'No figures by country or region for this year' },
} satisfies Record<string, Words>
