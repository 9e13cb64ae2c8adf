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
  trend: { zh: '走势', en: 'Trend' },
  figures: { zh: '各年度指标值', en: 'Figures of the last years' },
  none: { zh: '这一主题还没有指标', en: 'This theme has no indicator yet' },
  cohort: { zh: '按届统计', en: 'by cohort' },
} satisfies Record<string, Words>
