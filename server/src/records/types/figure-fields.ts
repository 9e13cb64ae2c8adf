import type { Field } from '../record-type.ts'

/** Fields of records that hold a figure of an indicator: a target, a peer's. */

/** Published rates have up to six decimals. */
export const FIGURE_FACTOR = 1_000_000

export const INDICATOR: Field = {
  name: 'indicator',
  label: { zh: '指标', en: 'Indicator' },
  kind: 'code',
  also: ['指标编号', '指标代码', '指标名', '指标标识', 'indicator id', 'indicator code'],
  note: { zh: '指标的编号或标识，如 EX07。', en: 'Its code or its id, as EX07.' },
  example: { zh: 'EX07', en: 'EX07' },
}

export const BASIS: Field = {
  name: 'basis',
  label: { zh: '统计时段', en: 'Basis' },
  kind: 'choice',
  also: ['时段', '统计时段类型', '口径时段', 'period basis'],
  choices: [
    { key: 'SCHOOL_YEAR', label: { zh: '学年', en: 'school year' }, also: ['academic year'] },
    { key: 'CALENDAR_YEAR', label: { zh: '自然年', en: 'calendar year' }, also: ['日历年', '年度'] },
    { key: 'POINT_IN_TIME', label: { zh: '时点', en: 'point in time' }, also: ['时点数', 'point-in-time'] },
    { key: 'COHORT', label: { zh: '届', en: 'cohort' }, also: ['毕业届', 'class'] },
  ],
  note: { zh: '不填为该指标的默认统计时段。', en: 'Empty: the first of the indicator.' },
  example: { zh: '学年', en: 'school year' },
}

export const SCOPE: Field = {
  name: 'scope',
  label: { zh: '统计范围', en: 'Scope' },
  kind: 'choice',
  also: ['范围', '地域范围'],
  choices: [
    { key: 'ABROAD', label: { zh: '国外', en: 'abroad' }, also: ['不含港澳台'] },
    {
      key: 'BORDER',
      label: { zh: '国（境）外', en: 'abroad with Hong Kong, Macao and Taiwan' },
      also: ['国境外', '含港澳台', 'border'],
    },
  ],
  note: { zh: '来源未说明的不填。', en: 'Empty where the source does not say.' },
  example: { zh: '国（境）外', en: 'abroad with Hong Kong, Macao and Taiwan' },
}
