import type { RecordType } from '../record-type.ts'
import { STANDARD_FIELD, TITLE_EN, TITLE_ZH } from '../common-fields.ts'

export const STANDARD_UNIT: RecordType = {
  name: 'standard-unit',
  order: 130,
  label: { zh: '标准能力单元', en: 'Standard unit' },
  description: {
    zh: '标准某一版本的一个能力单元及其权重。',
    en: 'One unit of competence of one version of a standard, with its weight.',
  },
  fields: [
    { ...STANDARD_FIELD, required: true },
    {
      name: 'version',
      label: { zh: '版本', en: 'Version' },
      kind: 'code',
      required: true,
      also: ['版本号', '标准版本', '版次', '版本编号', 'version number', 'edition', 'standard version'],
      example: { zh: '2.0', en: '2.0' },
    },
    {
      name: 'code',
      label: { zh: '能力单元编号', en: 'Code' },
      kind: 'code',
      required: true,
      also: [
        '编号',
        '单元编号',
        '单元代码',
        '能力单元代码',
        '能力单元',
        'unit code',
        'competency code',
        'standard unit',
      ],
      example: { zh: 'U03', en: 'U03' },
    },
    {
      ...TITLE_ZH,
      also: ['能力单元名称', '单元名称', '能力单元中文名称', ...TITLE_ZH.also!],
      example: { zh: '调控温室环境', en: '调控温室环境' },
    },
    {
      ...TITLE_EN,
      also: ['能力单元英文名称', '单元英文名称', 'unit title', 'unit name', ...TITLE_EN.also!],
      example: { zh: 'Control the climate of a greenhouse', en: 'Control the climate of a greenhouse' },
    },
    {
      name: 'weight',
      label: { zh: '权重', en: 'Weight' },
      kind: 'decimal',
      factor: 10_000,
      min: 0,
      also: ['单元权重', '权重系数', '占比', '权重值', 'unit weight'],
      note: {
        zh: '同一版本各单元的权重合计应为1；各单元都不填为等权。',
        en: 'Those of one version should add up to 1; none filled: all alike.',
      },
      example: { zh: '0.25', en: '0.25' },
    },
    {
      name: 'eqf_level',
      label: { zh: '欧洲资历框架等级', en: 'EQF level' },
      kind: 'integer',
      min: 1,
      max: 8,
      also: ['EQF等级', 'EQF 等级', 'EQF级别', '资历等级', '欧洲资历框架级别', 'eqf'],
      note: { zh: '1至8级。', en: 'From 1 to 8.' },
      example: { zh: '5', en: '5' },
    },
    {
      name: 'esco_uri',
      label: { zh: 'ESCO 链接', en: 'ESCO URI' },
      kind: 'text',
      also: ['ESCO', 'ESCO编码', 'ESCO网址', 'ESCO 技能链接', 'esco', 'esco link'],
      note: {
        zh: '欧洲技能、能力、资历和职业分类（ESCO）中对应技能或职业的网址。',
        en: 'The address of the skill or occupation in the European classification ESCO.',
      },
    },
  ],
  key: ['standard', 'version', 'code'],
  span: { always: true },
  register: true,
  oneOf: [['title_zh', 'title_en']],
  title: { zh: ['title_zh|title_en|code', 'version'], en: ['title_en|title_zh|code', 'version'] },
}
