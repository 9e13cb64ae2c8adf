import type { Theme } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'

interface Group {
  words: Words
  /** Numbers of codes that belong to it, as the catalogue of the domain counts them; none: what no other group has. */
  numbers: readonly number[]
}

const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** The indicators of each theme by what they are about, in the order of the catalogue. */
const GROUPS: Record<Theme, readonly Group[]> = {
  INTRODUCTION: [
    { words: { zh: '中外合作办学', en: 'Joint programmes' }, numbers: span(1, 7) },
    { words: { zh: '引进的标准、资源与证书', en: 'Standards, resources and certificates' }, numbers: span(8, 10) },
    { words: { zh: '师资', en: 'Teachers' }, numbers: span(11, 14) },
    { words: { zh: '课程、专业与学生交流', en: 'Courses, programmes and student exchange' }, numbers: span(15, 18) },
  ],
  EXPORT: [
    { words: { zh: '来华留学', en: 'Students from abroad' }, numbers: span(1, 6) },
    { words: { zh: '培训、实习与指导', en: 'Training, practice and guidance' }, numbers: span(7, 11) },
    { words: { zh: '境外办学', en: 'Teaching abroad' }, numbers: span(12, 19) },
    { words: { zh: '资源、装备与企业服务', en: 'Resources, equipment and enterprises' }, numbers: span(20, 23) },
  ],
  STANDARDS: [
    { words: { zh: '开发并被采用', en: 'Developed and adopted' }, numbers: span(1, 6) },
    { words: { zh: '采用成效', en: 'What became of adoptions' }, numbers: [7, 8] },
    { words: { zh: '对标、等值与修订', en: 'Benchmarks, equivalence and review' }, numbers: span(9, 11) },
  ],
  PLATFORMS: [
    { words: { zh: '平台与协议', en: 'Platforms and agreements' }, numbers: [1, 2, 3, 9] },
    { words: { zh: '合作伙伴', en: 'Partners' }, numbers: [4, 5, 10] },
    { words: { zh: '国际影响', en: 'Standing abroad' }, numbers: [6, 7, 8, 11] },
  ],
  SKILLS: [
    { words: { zh: '技能大赛', en: 'Competitions' }, numbers: span(1, 3) },
    { words: { zh: '证书与语言', en: 'Certificates and languages' }, numbers: span(4, 8) },
    { words: { zh: '能力与增值', en: 'Competency and gains' }, numbers: span(9, 14) },
    { words: { zh: '就业去向', en: 'Destinations' }, numbers: span(15, 20) },
    { words: { zh: '满意度与企业实践', en: 'Satisfaction and practice' }, numbers: span(21, 24) },
  ],
}

const PEOPLE: Words = { zh: '人数总览', en: 'People in all' }
/** Everybody enrolled leads no theme: it comes last among what is measured by it. */
const DENOMINATOR = 'DN01'
const OWN: Words = { zh: '本校自定指标', en: 'Indicators of our own' }

/** What is said of a theme, group by group; groups without anything are left out. */
export function groupByTopic<One extends { indicator: { code: string } }>(
  theme: Theme,
  all: readonly One[],
): { words: Words; members: One[] }[] {
  const groupOf = ({ indicator: { code } }: One): Words => {
    const [, letters, number] = /^([A-Z]{2})(\d\d)/.exec(code) ?? []
    if (code === DENOMINATOR) return GROUPS[theme][0]!.words
    if (letters === 'DN') return PEOPLE
    return GROUPS[theme].find(({ numbers }) => numbers.includes(Number(number)))?.words ?? OWN
  }
  const isLast = ({ indicator: { code } }: One) => Number(code === DENOMINATOR)
  const members = Map.groupBy(
    all.toSorted((a, b) => isLast(a) - isLast(b)),
    groupOf,
  )
  return [PEOPLE, ...GROUPS[theme].map(({ words }) => words), OWN].flatMap((words) => {
    const own = members.get(words)
    return own ? [{ words, members: own }] : []
  })
}

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
