import type { Words } from '@causeway/shared/words/words'

export const CATALOGUE_WORDS = {
  title: { zh: '指标目录', en: 'Catalogue of indicators' },
  lead: {
    zh: '全部 {n} 个指标：统计什么、需要哪些台账、本年度有没有数。',
    en: 'All {n} indicators: what each counts, which records it needs, and whether there is a figure this year.',
  },
  search: { zh: '查找指标', en: 'Find an indicator' },
  searchAll: {
    zh: '查找指标、专业、合作机构、平台、国家（地区）',
    en: 'Find an indicator, programme, partner, platform or country',
  },
  programmes: { zh: '专业', en: 'Programmes' },
  partners: { zh: '合作机构', en: 'Partners' },
  platforms: { zh: '合作平台', en: 'Platforms by name' },
  countries: { zh: '国家（地区）', en: 'Countries and regions' },
  hint: {
    zh: '输入中文、英文、拼音或拼音首字母（如 lxs）、指标代码（如 EX07），也可输入报表指标项的文字。',
    en: 'A name in English or Chinese, pinyin or its initials (lxs), a code (EX07), or words of an official line.',
  },
  theme: { zh: '主题', en: 'Theme' },
  allThemes: { zh: '全部主题', en: 'All themes' },
  form: { zh: '官方报表', en: 'Official table' },
  allForms: { zh: '不限', en: 'Any or none' },
  data: { zh: '本年度数据', en: 'Data of the year' },
  allData: { zh: '不限', en: 'With or without' },
  held: { zh: '有数据', en: 'Has a figure' },
  missing: { zh: '缺台账', en: 'Lacks records' },
  found: { zh: '找到 {n} 个指标', en: '{n} indicators' },
  foundOne: { zh: '找到 1 个指标', en: '1 indicator' },
  none: { zh: '没有符合条件的指标', en: 'No indicator matches' },
  noneText: {
    zh: '换个说法试试，或清除筛选条件。',
    en: 'Try other words, or take the filters away.',
  },
  clear: { zh: '清除', en: 'Clear' },
  needs: { zh: '所需台账：', en: 'Needs: ' },
  list: { zh: '、', en: ', ' },
  columns: { zh: '用到的列', en: 'Columns it reads' },
  required: { zh: '必填', en: 'required' },
  inLine: { zh: '报表指标项：', en: 'Official line: ' },
} satisfies Record<string, Words>
