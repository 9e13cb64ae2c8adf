import type { Theme } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'

/** What each theme is about, in a sentence. */
export const THEME_SENTENCES: Record<Theme, Words> = {
  INTRODUCTION: {
    zh: '从国（境）外引进来的办学、教师与学习机会',
    en: 'What comes in: joint programmes, teachers from abroad, and what our own people go abroad to learn',
  },
  EXPORT: {
    zh: '面向国（境）外走出去的教学、培训与指导',
    en: 'What goes out: foreign learners taught, people trained, and our teachers guiding abroad',
  },
  STANDARDS: { zh: '被国（境）外采用的专业教学标准', en: 'Teaching standards of ours that others have adopted' },
  PLATFORMS: { zh: '承载双向往来的合作平台与伙伴', en: 'The platforms and partners that carry the traffic' },
  SKILLS: {
    zh: '学到了什么：大赛、证书、技能增值与毕业去向',
    en: 'What was learned: competitions, certificates, gains and destinations',
  },
}

export const THEME_PAGE_WORDS = {
  none: { zh: '这一主题还没有指标', en: 'This theme has no indicator yet' },
  filter: { zh: '筛选本主题的全部指标', en: 'Filter every indicator of the theme' },
  filterBy: { zh: '筛选方式（适用指标数）', en: 'Filter by (indicators that have it)' },
  everything: { zh: '全部台账', en: 'All records' },
  choose: { zh: '请选择', en: 'Choose one' },
  waiting: { zh: '正在读取…', en: 'Loading…' },
  clear: { zh: '取消筛选', en: 'Clear the filter' },
  onlyOne: {
    zh: '未登录时只能按一个维度的一个取值筛选，其余筛选条件未采用。',
    en: 'Without signing in, one value of one dimension can be chosen; what else the address asks for is left out.',
  },
  noRecords: { zh: '所示年份没有本主题的台账记录', en: 'No records speak of this theme in these years' },
  notMet: { zh: '未达到要求', en: 'not what is required' },
  partial: {
    zh: '† 浅色斜纹、空心点：该时段数据未完整',
    en: '† pale and hatched, or hollow: the period is not complete',
  },
  target: { zh: '短粗线：目标值', en: 'heavy short line: target' },
  rule: { zh: '虚线：法定要求', en: 'dashed line: what a rule requires' },
  without: { zh: '以下指标不能这样筛选：', en: 'These indicators cannot be filtered so: ' },
} satisfies Record<string, Words>
