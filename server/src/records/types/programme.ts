import type { RecordType } from '../record-type.ts'
import { LANGUAGE, NAME_EN, NAME_ZH, SITE } from '../common-fields.ts'

export const PROGRAMME_TYPE: RecordType = {
  name: 'programme',
  order: 50,
  label: { zh: '专业（项目）', en: 'Programme' },
  description: {
    zh: '学校开设的专业或项目，包括中外合作办学专业。',
    en: 'A programme that the institution runs, joint ones with a foreign party included.',
  },
  fields: [
    {
      name: 'code',
      label: { zh: '专业编号', en: 'Code' },
      kind: 'code',
      required: true,
      also: ['编号', '校内专业代码', '专业（项目）编号', '项目编号', 'programme code', 'program code', 'programme id'],
      example: { zh: 'P01', en: 'P01' },
    },
    {
      ...NAME_ZH,
      also: ['专业名称', '项目名称', '专业中文名称', ...NAME_ZH.also!],
      example: { zh: '现代农业技术', en: '现代农业技术' },
    },
    {
      ...NAME_EN,
      also: ['专业英文名称', '项目英文名称', 'programme name', 'program name', ...NAME_EN.also!],
      example: { zh: 'Modern Agricultural Technology', en: 'Modern Agricultural Technology' },
    },
    {
      name: 'department',
      label: { zh: '开设院系', en: 'Department' },
      kind: 'code',
      codeOf: 'unit',
      also: ['所属院系', '院系', '二级学院', '所属二级学院', '系部', '开课部门', 'faculty', 'school'],
      example: { zh: '农学院', en: 'Agronomy' },
    },
    {
      name: 'level',
      label: { zh: '培养层次', en: 'Level' },
      kind: 'text',
      also: ['层次', '学历层次', '专业层次'],
      example: { zh: '高职专科', en: 'higher vocational' },
    },
    {
      name: 'kind',
      label: { zh: '专业类别', en: 'Kind' },
      kind: 'choice',
      also: ['类别', '办学类别', '专业性质', '是否中外合作办学', 'programme kind'],
      choices: [
        { key: 'ordinary', label: { zh: '普通专业', en: 'ordinary' }, also: ['普通', '一般专业', '否'] },
        {
          key: 'joint',
          label: { zh: '中外合作办学', en: 'joint' },
          also: ['合作办学', '中外合作', '中外合作办学专业', '是'],
        },
      ],
      example: { zh: '普通专业', en: 'ordinary' },
    },
    {
      name: 'major',
      label: { zh: '目录专业', en: 'Major' },
      kind: 'code',
      also: ['专业代码', '专业目录代码', '目录专业代码', '国标专业代码', 'major code', 'field of study'],
      note: {
        zh: '专业目录中的专业代码；同一专业的几个项目填同一代码。',
        en: 'The code in the national catalogue; several programmes of one major carry the same.',
      },
      example: { zh: '410103', en: '410103' },
    },
    {
      name: 'from',
      label: { zh: '开办日期', en: 'From' },
      kind: 'date',
      also: ['起始日期', '开始日期', '开设日期', '设立日期', '首次招生日期', 'start'],
      note: { zh: '不填视为一直开办。', en: 'Empty: from before every day.' },
      example: { zh: '2016-09-01', en: '2016-09-01' },
    },
    {
      name: 'to',
      label: { zh: '停办日期', en: 'To' },
      kind: 'date',
      also: ['终止日期', '结束日期', '撤销日期', 'end'],
      note: { zh: '含当日；不填为仍在开办。', en: 'The last day; empty: still open.' },
    },
    {
      ...SITE,
      note: {
        zh: '在国（境）外办学点开设的专业填写；在校本部开设的不填。',
        en: 'Of a programme that runs at a site abroad; empty: at home.',
      },
    },
    LANGUAGE,
  ],
  key: ['code'],
  span: { starts: ['from'], ends: 'to', empty: 'always', endless: 'open' },
  register: true,
  oneOf: [['name_zh', 'name_en']],
  ranges: [['from', 'to']],
  lasting: true,
  namesOn: ['first_day'],
  subject: { zh: '专业', en: 'programme', means: 'A programme of the college' },
  title: { zh: ['name_zh|name_en|code'], en: ['name_en|name_zh|code'] },
}
