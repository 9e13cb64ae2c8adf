import type { Field, RecordType } from '../record-type.ts'
import { choice, code, country, date, integer, like, text, titled, value } from '../declare-fields.ts'
import {
  LANGUAGE,
  ORIGINS,
  PLATFORM_FIELD,
  RESOURCE_FIELD,
  STANDARD_FIELD,
  TITLE_EN,
  TITLE_ZH,
} from '../common-fields.ts'

export const RESOURCE: RecordType = {
  name: 'resource',
  order: 160,
  label: { zh: '教学资源（装备）', en: 'Resource' },
  description: {
    zh: '一项教学资源或教学装备：引进的、自主开发的或合作开发的。编号不要与标准的编号相同。',
    en: 'A teaching resource or a piece of equipment: introduced, our own, or developed jointly. Its code should be no standard’s.',
  },
  fields: [
    code.required('code', '资源（装备）编号', 'Code', {
      also: '编号, 资源编号, 装备编号, 资源代码, 教材编号, 课程编号, resource code, resource id, equipment code',
      example: 'RS01',
    }),
    like(TITLE_ZH, {
      also: '资源名称, 装备名称, 教材名称, 课程名称, 教学资源名称, 资源中文名称',
      example: '设施蔬菜栽培双语教材',
    }),
    like(TITLE_EN, {
      also: '资源英文名称, 资源外文名称, resource name, resource title',
      example: 'Protected Vegetable Growing',
    }),
    choice.required('kind', '资源类别', 'Kind', {
      also: '类别, 类型, 资源类型, 教学资源类型, 种类, resource type, type',
      choices: [
        value('textbook', '教材', 'textbook', '双语教材, 工作手册, 讲义, book'),
        value('course', '课程', 'course', '线下课程, 课程包'),
        value(
          'online-course',
          '在线课程',
          'online course',
          '网络课程, 慕课, 精品在线课程, 在线开放课程, 线上课程, mooc',
        ),
        value('equipment', '装备', 'equipment', '教学装备, 设备, 实训装备, 实训设备, 仪器设备'),
        value('training-package', '培训包', 'training package', '培训资源包, 实训资源, 数字资源包, 资源包, 教学资源库'),
      ],
      example: { zh: '教材', en: 'textbook' },
    }),
    choice.required('origin', '来源', 'Origin', {
      also: '资源来源, 来源类别, 引进或自主开发, 开发方式, direction',
      choices: ORIGINS,
      example: { zh: '自主开发', en: 'own' },
    }),
    country('country', '来源国家（地区）', 'Country or region of origin', {
      also: '国家, 国家（地区）, 国别, 来源国, 引进国家, 引进国家（地区）, country',
    }),
    LANGUAGE,
    date('localised_on', '本土化完成日期', 'Localised on', {
      also: '本土化日期, 本土化时间, 转化日期, 投入使用日期, 引进日期, 引进时间, localized on, date localised',
      note: {
        zh: '引进的资源完成本土化、投入使用之日；不填为尚未完成。',
        en: 'When an introduced resource was made fit for use here; empty: not yet.',
      },
    }),
    date('published_on', '发布日期', 'Published on', {
      also: '出版日期, 出版时间, 上线日期, 发布时间, 建成日期, 开发完成日期, publication date, published',
      note: { zh: '出版、上线或建成之日；不填为尚未发布。', en: 'When it came out; empty: not yet.' },
      example: '2022-05-01',
    }),
    date('withdrawn_on', '停用日期', 'Withdrawn on', {
      also: '下线日期, 废止日期, 停止使用日期, 失效日期, withdrawal date, withdrawn',
      note: { zh: '不填为仍在使用。', en: 'Empty: still in use.' },
    }),
    like(STANDARD_FIELD, {
      also: '对应标准, 依据标准, 所属标准, 对应标准编号',
      note: { zh: '该资源所依据的标准。', en: 'The standard that it serves.' },
    }),
  ],
  key: ['code'],
  span: { starts: ['localised_on', 'published_on'], ends: 'withdrawn_on', empty: 'never', endless: 'open' },
  register: true,
  oneOf: [['title_zh', 'title_en']],
  ranges: [
    ['localised_on', 'withdrawn_on'],
    ['published_on', 'withdrawn_on'],
  ],
  lasting: true,
  title: titled('title_zh|title_en|code'),
}

/** What an adoption and its use have in common: of which standard or resource, by whom. */
export const ADOPTION_SUBJECT: Field[] = [
  like(STANDARD_FIELD, { also: '被采用标准, 采纳标准编号' }),
  like(RESOURCE_FIELD, {
    also: '被采用资源, 被采用装备, 采纳资源编号, 采纳教学资源编号',
    note: {
      zh: '采用的是教学资源或装备时填写，此时标准编号不填。',
      en: 'Filled where a resource or a piece of equipment is adopted; the standard then stays empty.',
    },
  }),
  country.required('country', '采用国家（地区）', 'Country or region', {
    also: '国家, 国家（地区）, 国别, 采纳国家, 采用国, 采纳国家（地区）, 采用国别, country, adopting country',
    example: { zh: '坦桑尼亚', en: 'Tanzania' },
  }),
  text.required('adopter', '采用机构', 'Adopter', {
    also: '采用院校, 采纳院校, 采纳机构, 采用单位, 采用院校（机构）, 采纳院校/机构, adopting institution',
    example: { zh: '莫罗戈罗职业学院', en: 'Morogoro Vocational College' },
  }),
]

export const ADOPTION: RecordType = {
  name: 'adoption',
  order: 170,
  label: { zh: '标准（资源）采用', en: 'Adoption' },
  description: {
    zh: '一项标准、教学资源或装备被一个国家（地区）的一家机构采用的全过程：提出、本土化修订、采用、注册认证、纳入国民教育体系、失效。',
    en: 'The life cycle of one standard, resource or piece of equipment at one adopter in one country: proposed, adapted, adopted, registered, in the national system, lapsed.',
  },
  fields: [
    ...ADOPTION_SUBJECT,
    date('proposed_on', '提出日期', 'Proposed on', { also: '立项日期, 遴选日期, 申报日期, 提出时间, selected on' }),
    date('adapted_on', '本土化修订日期', 'Adapted on', {
      also: '改编日期, 修订日期, 本地化改编日期, 适应性修订日期, 改编时间',
    }),
    date('adopted_on', '采用日期', 'Adopted on', {
      also: '采纳日期, 采用时间, 采纳时间, adoption date, date adopted',
      example: '2023-03-01',
    }),
    date('registered_on', '注册认证日期', 'Registered on', {
      also: '注册日期, 认证日期, 备案日期, 官方认证日期, registration date',
      example: '2023-06-15',
    }),
    date('in_system_on', '纳入国民教育体系日期', 'In the national system on', {
      also: '纳入国家体系日期, 进入国家体系日期, 纳入体系日期, in system on',
    }),
    date('lapsed_on', '失效日期', 'Lapsed on', {
      also: '终止日期, 停止采用日期, 失效时间, 到期日期, expired on',
      note: { zh: '有效的最后一日；不填为仍有效。', en: 'The last day in force; empty: still in force.' },
    }),
    text('type', '采用方式', 'Type', {
      also: '采用类型, 采纳类型, 采纳方式, 类型, adoption type',
      example: { zh: '整体采用', en: 'in full' },
    }),
    text('authority', '认证机构', 'Authority', {
      also: '认证部门, 注册机构, 批准机构, 主管部门, 认定机构, certifying authority',
      example: { zh: '坦桑尼亚国家职业技术教育委员会', en: 'NACTVET' },
    }),
    code('certificate_no', '认证编号', 'Certificate number', {
      also: '证书编号, 证书号, 注册号, 认证证书编号, 批准文号, certificate no',
      example: 'NT-2023-017',
    }),
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
  namesOn: ['adopted_on_day', 'registered_on_day', 'in_system_on_day'],
  title: titled('standard|resource', 'country', 'adopter'),
  companion: {
    type: 'adoption-use',
    columns: [
      integer('learners', '涉及外方学生数', 'Learners', {
        unit: { zh: '人', en: 'people' },
        min: 0,
        also: '外方学生数, 涉及外方学生人数, 涉及学生数, 使用人数, number of learners',
        note: {
          zh: '填写时须同时填写统计的起止日期，另成一条“标准（资源）使用情况”。',
          en: 'With its two dates it makes a record of use of its own.',
        },
        example: '45',
      }),
      date('learners_from', '学生数统计起始日期', 'Learners from', {
        also: '使用起始日期, 使用开始日期',
        example: '2023-09-01',
      }),
      date('learners_to', '学生数统计结束日期', 'Learners to', {
        also: '使用结束日期, 使用终止日期',
        example: '2024-08-31',
      }),
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

export const ADOPTION_USE: RecordType = {
  name: 'adoption-use',
  order: 180,
  label: { zh: '标准（资源）使用情况', en: 'Use of what was adopted' },
  description: {
    zh: '被采用的标准、教学资源或装备在一段时间内涉及的外方学生数。',
    en: 'How many learners abroad an adopted standard, resource or piece of equipment reached in a stretch of time.',
  },
  fields: [
    ...ADOPTION_SUBJECT,
    date.required('from', '起始日期', 'From', {
      also: '开始日期, 使用起始日期, 使用开始日期, 统计起始日期, learners_from, learners from, start',
      example: '2023-09-01',
    }),
    date.required('to', '结束日期', 'To', {
      also: '终止日期, 使用结束日期, 使用终止日期, 统计截止日期, learners_to, learners to, end',
      example: '2024-08-31',
    }),
    integer.required('learners', '涉及外方学生数', 'Learners', {
      unit: { zh: '人', en: 'people' },
      min: 0,
      also: '外方学生数, 涉及外方学生人数, 涉及学生数, 学生数, 使用人数, number of learners',
      example: '45',
    }),
  ],
  key: ['standard|resource', 'country', 'adopter', 'from', 'to'],
  span: { starts: ['from'], ends: 'to', empty: 'never' },
  exactlyOne: [['standard', 'resource']],
  ranges: [['from', 'to']],
  title: titled('standard|resource', 'country', 'adopter', 'from'),
}
