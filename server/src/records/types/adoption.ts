import type { Field, RecordType } from '../record-type.ts'
import { PLATFORM_FIELD, RESOURCE_FIELD, STANDARD_FIELD } from './common-fields.ts'

/** What an adoption and its use have in common: of which standard or resource, by whom. */
export const ADOPTION_SUBJECT: Field[] = [
  { ...STANDARD_FIELD, also: ['被采用标准', '采纳标准编号', ...STANDARD_FIELD.also!] },
  {
    ...RESOURCE_FIELD,
    also: ['被采用资源', '被采用装备', '采纳资源编号', '采纳教学资源编号', ...RESOURCE_FIELD.also!],
    note: {
      zh: '采用的是教学资源或装备时填写，此时标准编号不填。',
      en: 'Filled where a resource or a piece of equipment is adopted; the standard then stays empty.',
    },
  },
  {
    name: 'country',
    label: { zh: '采用国家（地区）', en: 'Country or region' },
    kind: 'country',
    required: true,
    also: [
      '国家',
      '国家（地区）',
      '国别',
      '采纳国家',
      '采用国',
      '采纳国家（地区）',
      '采用国别',
      'country',
      'adopting country',
    ],
    example: { zh: '坦桑尼亚', en: 'Tanzania' },
  },
  {
    name: 'adopter',
    label: { zh: '采用机构', en: 'Adopter' },
    kind: 'text',
    required: true,
    also: ['采用院校', '采纳院校', '采纳机构', '采用单位', '采用院校（机构）', '采纳院校/机构', 'adopting institution'],
    example: { zh: '莫罗戈罗职业学院', en: 'Morogoro Vocational College' },
  },
]

export const ADOPTION: RecordType = {
  name: 'adoption',
  label: { zh: '标准（资源）采用', en: 'Adoption' },
  description: {
    zh: '一项标准、教学资源或装备被一个国家（地区）的一家机构采用的全过程：提出、本土化修订、采用、注册认证、纳入国民教育体系、失效。',
    en: 'The life cycle of one standard, resource or piece of equipment at one adopter in one country: proposed, adapted, adopted, registered, in the national system, lapsed.',
  },
  fields: [
    ...ADOPTION_SUBJECT,
    {
      name: 'proposed_on',
      label: { zh: '提出日期', en: 'Proposed on' },
      kind: 'date',
      also: ['立项日期', '遴选日期', '申报日期', '提出时间', 'selected on'],
    },
    {
      name: 'adapted_on',
      label: { zh: '本土化修订日期', en: 'Adapted on' },
      kind: 'date',
      also: ['改编日期', '修订日期', '本地化改编日期', '适应性修订日期', '改编时间'],
    },
    {
      name: 'adopted_on',
      label: { zh: '采用日期', en: 'Adopted on' },
      kind: 'date',
      also: ['采纳日期', '采用时间', '采纳时间', 'adoption date', 'date adopted'],
      example: { zh: '2023-03-01', en: '2023-03-01' },
    },
    {
      name: 'registered_on',
      label: { zh: '注册认证日期', en: 'Registered on' },
      kind: 'date',
      also: ['注册日期', '认证日期', '备案日期', '官方认证日期', 'registration date'],
      example: { zh: '2023-06-15', en: '2023-06-15' },
    },
    {
      name: 'in_system_on',
      label: { zh: '纳入国民教育体系日期', en: 'In the national system on' },
      kind: 'date',
      also: ['纳入国家体系日期', '进入国家体系日期', '纳入体系日期', 'in system on'],
    },
    {
      name: 'lapsed_on',
      label: { zh: '失效日期', en: 'Lapsed on' },
      kind: 'date',
      also: ['终止日期', '停止采用日期', '失效时间', '到期日期', 'expired on'],
      note: { zh: '有效的最后一日；不填为仍有效。', en: 'The last day in force; empty: still in force.' },
    },
    {
      name: 'type',
      label: { zh: '采用方式', en: 'Type' },
      kind: 'text',
      also: ['采用类型', '采纳类型', '采纳方式', '类型', 'adoption type'],
      example: { zh: '整体采用', en: 'in full' },
    },
    {
      name: 'authority',
      label: { zh: '认证机构', en: 'Authority' },
      kind: 'text',
      also: ['认证部门', '注册机构', '批准机构', '主管部门', '认定机构', 'certifying authority'],
      example: { zh: '坦桑尼亚国家职业技术教育委员会', en: 'NACTVET' },
    },
    {
      name: 'certificate_no',
      label: { zh: '认证编号', en: 'Certificate number' },
      kind: 'code',
      also: ['证书编号', '证书号', '注册号', '认证证书编号', '批准文号', 'certificate no'],
      example: { zh: 'NT-2023-017', en: 'NT-2023-017' },
    },
    PLATFORM_FIELD,
  ],
  key: ['standard|resource', 'country', 'adopter'],
  span: {
    starts: ['proposed_on', 'adapted_on', 'adopted_on', 'registered_on', 'in_system_on'],
    ends: 'lapsed_on',
    empty: 'never',
    endless: 'open',
  },
  register: true,
  exactlyOne: [['standard', 'resource']],
  ranges: [
    ['proposed_on', 'lapsed_on'],
    ['adapted_on', 'lapsed_on'],
    ['adopted_on', 'lapsed_on'],
    ['registered_on', 'lapsed_on'],
    ['in_system_on', 'lapsed_on'],
  ],
  stages: {
    proposed: 'proposed_on',
    adapted: 'adapted_on',
    adopted: 'adopted_on',
    registered: 'registered_on',
    'in-system': 'in_system_on',
  },
  title: { zh: ['standard|resource', 'country', 'adopter'], en: ['standard|resource', 'country', 'adopter'] },
  companion: {
    type: 'adoption-use',
    columns: [
      {
        name: 'learners',
        label: { zh: '涉及外方学生数', en: 'Learners' },
        kind: 'integer',
        unit: { zh: '人', en: 'people' },
        min: 0,
        also: ['外方学生数', '涉及外方学生人数', '涉及学生数', '使用人数', 'number of learners'],
        note: {
          zh: '填写时须同时填写统计的起止日期，另成一条“标准（资源）使用情况”。',
          en: 'With its two dates it makes a record of use of its own.',
        },
        example: { zh: '45', en: '45' },
      },
      {
        name: 'learners_from',
        label: { zh: '学生数统计起始日期', en: 'Learners from' },
        kind: 'date',
        also: ['使用起始日期', '使用开始日期'],
        example: { zh: '2023-09-01', en: '2023-09-01' },
      },
      {
        name: 'learners_to',
        label: { zh: '学生数统计结束日期', en: 'Learners to' },
        kind: 'date',
        also: ['使用结束日期', '使用终止日期'],
        example: { zh: '2024-08-31', en: '2024-08-31' },
      },
    ],
    as: {
      standard: 'standard',
      resource: 'resource',
      country: 'country',
      adopter: 'adopter',
      from: 'learners_from',
      to: 'learners_to',
      learners: 'learners',
    },
  },
}
