import type { Declaration } from '../../definition.ts'
import { graduateDimensions } from '../dimension-sets.ts'

export const chineseLevelRateAtGraduation: Declaration = {
  id: 'chinese-level-rate-at-graduation',
  code: 'SK07',
  name: { zh: '来华留学生中文达标率', en: 'Chinese level attained at graduation' },
  definition: {
    zh: '一届中文授课专业的外籍毕业生中，到该学年最后一天为止 HSK 成绩达到其要求等级的人数所占百分比。等级只与同一次成绩所注的要求等级、同一量表同一版本相比；没有成绩或没有要求等级的视为未达标，留在分母中。截至当天没有语言成绩记录、也没有零报告的，不作 0%，而是未填报。',
    en: 'Of the foreign graduates of a class in programmes taught in Chinese, the percentage who by the last day of that school year had an HSK result that reached the level required of them. A level is compared only with the one required on the same scale and version; those without a result, or without a required level, stay in the denominator as not reached. Where no language result was ever reported by the day, nor that there was none, it is a gap and not 0 %.',
  },
  fillingNote: {
    zh: '“专业（项目）”台账的“语言”（授课语言）选“中文”；“毕业去向”台账按人填报，填写“国籍（地区）”和“专业编号”；“语言等级成绩”台账的“等级量表”选“汉语水平考试（HSK）”，填写“量表版本”“取得等级”和“要求等级”（按培养方案，如 5 级）。其他量表的成绩、只报人数的毕业生不参与计算。',
    en: 'Give the programme Chinese as its “Language” in “Programme”; report graduates by name in “Graduate outcome” with Nationality and Programme; in “Language result” choose the Scale “HSK” and fill in “Scale version”, “Level” and “Required level” (as the programme asks, level 5 say). Results on other scales and graduates reported as heads take no part.',
  },
  theme: 'SKILLS',
  kind: 'RATIO',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 2,
  change: {
    zh: '没有填报条件所要求的任何记录、又会算出 0% 时，改为“未填报”。',
    en: 'Where nothing that its condition asks for was reported, what would be 0 % is a gap: nothing was reported.',
  },
  bases: ['COHORT'],
  base: ['graduate-outcome'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: 'ABROAD' },
  set: {
    of: 'graduate-outcome',
    where: [
      { field: 'person', filled: true },
      { field: 'programme.language', in: ['zh'] },
    ],
    time: { fallsIn: 'class' },
  },
  measure: {
    share: [
      {
        related: {
          of: 'language-result',
          on: { person: 'person' },
          where: [
            { field: 'scale', in: ['hsk'] },
            { field: 'level', atLeast: { field: 'required_level' } },
          ],
          time: { upTo: 'date' },
        },
        atLeast: 1,
      },
    ],
    per: 'persons',
    zero: [{ of: 'language-result' }],
  },
  dimensions: graduateDimensions,
  example: {
    words: {
      zh: '2023 届中文授课专业有外籍毕业生 4 人：L1 达到要求的 5 级；L2 只有 4 级；L3 没填要求等级，视为未达标；L4 只有欧框成绩。L5 来自中国香港，L6 读英文授课专业，都不在内：1 ÷ 4 = 25%。',
      en: 'The class of 2023 has four foreign graduates of programmes taught in Chinese: L1 reached level 5 as required; L2 has level 4; L3 has no required level and counts as not reached; L4 has a result on another scale. L5 is from Hong Kong and L6 was taught in English, so neither is in: 1 of 4 is 25%.',
    },
    records: {
      programme: [
        { code: 'PZ', name_zh: '农业机械', name_en: 'Farm machinery', kind: 'ordinary', language: 'zh' },
        { code: 'PE', name_zh: '国际商务', name_en: 'International business', kind: 'ordinary', language: 'en' },
      ],
      'graduate-outcome': [
        { person: 'L1', programme: 'PZ', class: 2023, observation: '08-31', status: 'employed', nationality: 'VN' },
        { person: 'L2', programme: 'PZ', class: 2023, observation: '08-31', status: 'employed', nationality: 'LA' },
        { person: 'L3', programme: 'PZ', class: 2023, observation: '08-31', status: 'employed', nationality: 'RU' },
        { person: 'L4', programme: 'PZ', class: 2023, observation: '08-31', status: 'employed', nationality: 'TH' },
        { person: 'L5', programme: 'PZ', class: 2023, observation: '08-31', status: 'employed', nationality: 'HK' },
        { person: 'L6', programme: 'PE', class: 2023, observation: '08-31', status: 'employed', nationality: 'VN' },
      ],
      'language-result': [
        { person: 'L1', scale: 'hsk', scale_version: '2.0', level: '5', required_level: '5', date: '2023-03-18' },
        { person: 'L2', scale: 'hsk', scale_version: '2.0', level: '4', required_level: '5', date: '2023-03-18' },
        { person: 'L3', scale: 'hsk', scale_version: '2.0', level: '6', date: '2023-03-18' },
        { person: 'L4', scale: 'cefr', scale_version: '2020', level: 'B2', required_level: 'B1', date: '2023-03-18' },
        { person: 'L5', scale: 'hsk', scale_version: '2.0', level: '6', required_level: '5', date: '2023-03-18' },
        { person: 'L6', scale: 'hsk', scale_version: '2.0', level: '5', required_level: '5', date: '2023-03-18' },
      ],
    },
    ask: { basis: 'COHORT', year: 2022 },
    expect: 25,
  },
}
