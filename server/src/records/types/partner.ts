import type { RecordType } from '../record-type.ts'
import { NAME_EN, NAME_ZH } from '../common-fields.ts'

export const PARTNER_TYPE: RecordType = {
  name: 'partner',
  order: 30,
  label: { zh: '合作机构', en: 'Partner' },
  description: {
    zh: '与学校合作的政府部门、院校、企业、科研机构或社会组织，一个合作机构一行。',
    en: 'A government office, school, enterprise, institute or association that the institution works with; one row each.',
  },
  fields: [
    {
      name: 'code',
      label: { zh: '合作机构编号', en: 'Code' },
      kind: 'code',
      required: true,
      also: [
        '编号',
        '合作机构代码',
        '合作方编号',
        '合作方代码',
        '合作单位编号',
        '单位编号',
        'partner code',
        'partner id',
      ],
      example: { zh: 'PT01', en: 'PT01' },
    },
    {
      ...NAME_ZH,
      also: ['合作机构名称', '合作方名称', '合作单位名称', '合作院校名称', '企业名称', ...NAME_ZH.also!],
      example: { zh: '乌苏里斯克农工学院', en: '乌苏里斯克农工学院' },
    },
    {
      ...NAME_EN,
      also: ['合作机构英文名称', '合作方英文名称', 'partner name', ...NAME_EN.also!],
      example: { zh: 'Ussuriysk Agro-Industrial College', en: 'Ussuriysk Agro-Industrial College' },
    },
    {
      name: 'type',
      label: { zh: '合作机构类型', en: 'Type' },
      kind: 'choice',
      also: ['合作方类型', '类型', '单位类型', '单位性质', '合作单位类型', 'partner type'],
      choices: [
        {
          key: 'government',
          label: { zh: '政府部门', en: 'government' },
          also: ['政府', '政府机构', '使领馆', 'ministry', 'authority'],
        },
        { key: 'university', label: { zh: '大学', en: 'university' }, also: ['本科院校', '高校', '高等院校'] },
        {
          key: 'college',
          label: { zh: '职业院校', en: 'college' },
          also: ['学院', '职业学院', '高职院校', '中职学校', '职业学校', 'school', 'vocational college'],
        },
        { key: 'enterprise', label: { zh: '企业', en: 'enterprise' }, also: ['公司', '企业单位', 'company', 'firm'] },
        {
          key: 'institute',
          label: { zh: '科研机构', en: 'institute' },
          also: ['研究所', '研究院', '科研院所', 'research institute'],
        },
        {
          key: 'association',
          label: { zh: '行业协会', en: 'association' },
          also: ['协会', '学会', '商会', '社会组织', '国际组织', '联盟组织', 'chamber', 'organisation', 'organization'],
        },
      ],
      example: { zh: '职业院校', en: 'college' },
    },
    {
      name: 'country',
      label: { zh: '国家（地区）', en: 'Country or region' },
      kind: 'country',
      required: true,
      also: ['国家', '国别', '所在国', '所在国家', '所在国家（地区）', '国别（地区）', '国家/地区', 'country'],
      example: { zh: '俄罗斯', en: 'Russia' },
    },
    {
      name: 'going_out',
      label: { zh: '是否“走出去”企业', en: 'Going-out enterprise' },
      kind: 'flag',
      also: ['是否走出去企业', '走出去企业', '“走出去”企业', 'going out', 'going-out'],
      note: { zh: '在国（境）外经营的中资企业。', en: 'A domestic enterprise that operates abroad.' },
      example: { zh: '否', en: 'no' },
    },
    {
      name: 'from',
      label: { zh: '合作起始日期', en: 'From' },
      kind: 'date',
      also: ['起始日期', '开始日期', '合作开始日期', '合作开始时间', '建立合作日期', 'start', 'partner since'],
      note: { zh: '不填视为一直合作。', en: 'Empty: from before every day.' },
      example: { zh: '2018-09-01', en: '2018-09-01' },
    },
    {
      name: 'to',
      label: { zh: '合作终止日期', en: 'To' },
      kind: 'date',
      also: ['终止日期', '结束日期', '合作结束日期', '合作结束时间', 'end'],
      note: { zh: '含当日；不填为仍在合作。', en: 'The last day; empty: still open.' },
    },
  ],
  key: ['code'],
  span: { starts: ['from'], ends: 'to', empty: 'always', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['from', 'to']],
  subject: {
    ...{ zh: '合作机构', en: 'partner' },
    means: 'A government, university, college, enterprise, institute or association',
  },
  title: { zh: ['name_zh|name_en|code'], en: ['name_en|name_zh|code'] },
}
