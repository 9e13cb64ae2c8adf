import type { RecordType } from '../record-type.ts'
import { ORIGINS } from './common-fields.ts'

export const STANDARD: RecordType = {
  name: 'standard',
  label: { zh: '标准', en: 'Standard' },
  description: {
    zh: '一项职业教育标准：引进的、自主开发的或合作开发的。',
    en: 'A standard of vocational education: introduced from abroad, our own, or developed jointly.',
  },
  fields: [
    {
      name: 'code',
      label: { zh: '标准编号', en: 'Code' },
      kind: 'code',
      required: true,
      also: ['编号', '标准代码', '标准号', 'standard code', 'standard id'],
      example: { zh: 'ST01', en: 'ST01' },
    },
    {
      name: 'title_zh',
      label: { zh: '中文名称', en: 'Chinese title' },
      kind: 'text',
      also: ['标准名称', '标准中文名称', '名称', '名称（中文）', 'title in chinese'],
      example: { zh: '设施农业专业教学标准', en: '设施农业专业教学标准' },
    },
    {
      name: 'title_en',
      label: { zh: '英文名称', en: 'English title' },
      kind: 'text',
      also: ['标准英文名称', '外文名称', '名称（英文）', 'title', 'title in english', 'standard name'],
      example: { zh: 'Protected Horticulture Programme Standard', en: 'Protected Horticulture Programme Standard' },
    },
    {
      name: 'type',
      label: { zh: '标准类型', en: 'Type' },
      kind: 'choice',
      required: true,
      also: ['类型', '标准类别', '类别', 'standard type'],
      choices: [
        {
          key: 'programme',
          label: { zh: '专业教学标准', en: 'programme' },
          also: ['专业标准', '专业教学标准类', 'program'],
        },
        { key: 'course', label: { zh: '课程标准', en: 'course' }, also: ['课程'] },
        {
          key: 'occupational',
          label: { zh: '职业标准', en: 'occupational' },
          also: ['职业技能标准', '岗位标准', '国家职业标准'],
        },
        {
          key: 'practice',
          label: { zh: '实训标准', en: 'practice' },
          also: ['实习实训标准', '实践教学标准', '岗位实习标准'],
        },
        { key: 'teacher', label: { zh: '师资标准', en: 'teacher' }, also: ['教师标准', '教师能力标准'] },
        {
          key: 'conditions',
          label: { zh: '教学条件标准', en: 'conditions' },
          also: ['办学条件标准', '实训条件建设标准', '条件标准'],
        },
        {
          key: 'equipment',
          label: { zh: '装备标准', en: 'equipment' },
          also: ['设备标准', '教学装备标准', '仪器设备装备标准'],
        },
      ],
      example: { zh: '专业教学标准', en: 'programme' },
    },
    {
      name: 'direction',
      label: { zh: '来源', en: 'Direction' },
      kind: 'choice',
      required: true,
      also: ['标准来源', '方向', '来源类别', '引进或自主开发', 'origin'],
      choices: ORIGINS,
      example: { zh: '自主开发', en: 'own' },
    },
    {
      name: 'major',
      label: { zh: '适用专业', en: 'Major' },
      kind: 'code',
      also: ['专业代码', '对应专业', '所属专业', '面向专业', 'major code'],
      example: { zh: '410105', en: '410105' },
    },
    {
      name: 'country',
      label: { zh: '来源国家（地区）', en: 'Country or region of origin' },
      kind: 'country',
      also: ['国家', '国家（地区）', '国别', '来源国', '引进国家', '引进国家（地区）', 'country'],
      note: { zh: '引进的标准必填。', en: 'Required where the standard is introduced.' },
    },
    {
      name: 'version',
      label: { zh: '版本', en: 'Version' },
      kind: 'code',
      also: ['版本号', '标准版本'],
      example: { zh: '1.0', en: '1.0' },
    },
    {
      name: 'localised_on',
      label: { zh: '本土化完成日期', en: 'Localised on' },
      kind: 'date',
      also: ['本土化日期', '引进落地日期', '落地日期', '转化日期', '本土化时间', 'localized on', 'date localised'],
      note: {
        zh: '引进的标准完成本土化、投入使用之日；不填为尚未完成。',
        en: 'When an introduced standard was made fit for use here; empty: not yet.',
      },
    },
    {
      name: 'withdrawn_on',
      label: { zh: '停用日期', en: 'Withdrawn on' },
      kind: 'date',
      also: ['废止日期', '停止使用日期', '失效日期', 'withdrawal date'],
      note: { zh: '不填为仍在使用。', en: 'Empty: still in use.' },
    },
  ],
  key: ['code'],
  span: { starts: ['localised_on'], ends: 'withdrawn_on', empty: 'never', endless: 'open' },
  register: true,
  oneOf: [['title_zh', 'title_en']],
  ranges: [['localised_on', 'withdrawn_on']],
  requiredWhere: [
    {
      field: 'direction',
      in: ['introduced'],
      then: 'country',
      because: { zh: '引进的标准须填写来源国家（地区）', en: 'an introduced standard needs the country it comes from' },
    },
  ],
  title: { zh: ['title_zh|title_en|code'], en: ['title_en|title_zh|code'] },
}
