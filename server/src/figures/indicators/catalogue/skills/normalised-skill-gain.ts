import type { Declaration } from '../../definition.ts'
import { assessmentDimensions } from './assessment-dimensions.ts'

export const normalisedSkillGain: Declaration = {
  id: 'normalised-skill-gain',
  code: 'SK12',
  name: { zh: '标准化增益', en: 'Normalised gain' },
  definition: {
    zh: '培训中实际提高的分数占可提高分数的比例，取值一般在 0 与 1 之间：全班（后测－前测）之和除以全班（满分－前测）之和，即 Hake 班级增益，不是各人增益的平均。只用同一工具同一版本的前后测配对；前测没填满分的不计，只有前测的人数另行列出。',
    en: "How much of what could be gained was gained, as a rule between 0 and 1: what the class gained in all, divided by what it could have gained in all (the maximum less the first test), which is Hake's gain of the class and not the mean of the gains of its members. Only matched pairs on the same version of the same instrument count; a pair whose first test has no maximum is left out, and how many lack the second test is said beside it.",
  },
  fillingNote: {
    zh: '填“技能测评成绩”台账：同一人培训前后各一行，“测评阶段”分别选“前测”“后测”，“测评工具”和“版本”完全一致，填写“得分”；前测一行必须填“满分”。前后测用了不同版本的试卷不能相减，不会配对。同一阶段考几次的取第一次。',
    en: 'Fill in “Assessment result”: a row for the test before and one for the test after, with Phase “pre” and “post”, the same Instrument and Version, and the Raw score; the row of the test before must have its Maximum score. Tests on different versions cannot be subtracted and make no pair. Of several attempts in one phase the first counts.',
  },
  theme: 'SKILLS',
  kind: 'MEAN',
  unit: { zh: '0–1', en: '0–1' },
  decimals: 2,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['assessment-result'],
  scope: { numerator: 'nationality', denominator: 'nationality', default: null },
  set: {
    of: 'assessment-result',
    where: [
      { field: 'phase', in: ['pre', 'post'] },
      { field: 'raw', filled: true },
    ],
    time: { fallsIn: 'date' },
    onePer: { key: ['person', 'instrument', 'version', 'phase'], pick: 'first', by: 'attempt' },
  },
  measure: {
    pairs: ['person', 'instrument', 'version'],
    before: [{ field: 'phase', in: ['pre'] }],
    after: [{ field: 'phase', in: ['post'] }],
    value: 'raw',
    gain: 'normalised',
    max: 'max',
    scale: ['instrument', 'version'],
  },
  dimensions: assessmentDimensions,
  example: {
    words: {
      zh: 'L1 从 50 到 90（可提高 50 分），L2 从 90 到 92（可提高 10 分）：(40＋2)÷(50＋10)＝0.70，不是两人增益 0.8 与 0.2 的平均 0.5。L3 的前测没填满分，L4 没有后测，不计。',
      en: 'L1 goes from 50 to 90 with 50 to gain, L2 from 90 to 92 with 10: (40 + 2) ÷ (50 + 10) = 0.70, and not 0.5, the mean of their own gains of 0.8 and 0.2. The first test of L3 has no maximum and L4 took no second one.',
    },
    records: {
      'assessment-result': [
        { person: 'L1', instrument: 'Greenhouse', version: '1', phase: 'pre', date: '2022-10-10', raw: 50, max: 100 },
        { person: 'L1', instrument: 'Greenhouse', version: '1', phase: 'post', date: '2022-12-10', raw: 90, max: 100 },
        { person: 'L2', instrument: 'Greenhouse', version: '1', phase: 'pre', date: '2022-10-10', raw: 90, max: 100 },
        { person: 'L2', instrument: 'Greenhouse', version: '1', phase: 'post', date: '2022-12-10', raw: 92, max: 100 },
        { person: 'L3', instrument: 'Greenhouse', version: '1', phase: 'pre', date: '2022-10-10', raw: 10 },
        { person: 'L3', instrument: 'Greenhouse', version: '1', phase: 'post', date: '2022-12-10', raw: 95, max: 100 },
        { person: 'L4', instrument: 'Greenhouse', version: '1', phase: 'pre', date: '2022-10-10', raw: 20, max: 100 },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 0.7,
  },
}
