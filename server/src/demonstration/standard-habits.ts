import type { Habits } from './csv-file.ts'
import { COUNTRIES, named } from './habit-words.ts'

/** How academic affairs keeps versions, units and comparisons of standards, and what there is of resources. */

export const VERSION_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'slashes',
  columns: {
    standard: '标准编号',
    version: '版本',
    from: '生效日期',
    to: '失效日期',
    review_due: '应复审日期',
    reviewed_on: '复审日期',
    unit: '责任部门',
  },
}

export const STANDARD_UNIT_HABITS: Habits = {
  columns: named('standard', 'version', 'code', 'title_zh', 'title_en', 'weight', 'eqf_level', 'unit'),
}

export const MAPPING_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'characters',
  titles: ['标准能力单元对照表'],
  columns: {
    standard: '本校标准',
    version: '版本',
    unit_code: '能力单元编号',
    to_standard: '对照标准编号',
    to_unit_code: '对照能力单元编号',
    relation: { header: '对照关系', words: { equivalent: '等值', partial: '部分对应', none: '无对应' } },
    assessor: '判定人',
    assessed_on: '判定日期',
    unit: '责任部门',
  },
}

export const PROGRAMME_STANDARD_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    programme: '专业编号',
    standard: '对标标准',
    relation: { header: '对标方式', words: { implements: '执行', benchmarked: '对标' } },
    from: '起始日期',
    to: '终止日期',
    unit: '责任部门',
  },
}

export const RESOURCE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'slashes',
  columns: {
    code: '资源（装备）编号',
    title_zh: '资源名称',
    title_en: '资源英文名称',
    kind: {
      header: '资源类别',
      words: {
        textbook: '教材',
        course: '课程',
        'online-course': '在线课程',
        equipment: '装备',
        'training-package': '培训包',
      },
    },
    origin: { header: '来源', words: { introduced: '引进', own: '自主开发', joint: '合作开发' } },
    country: { header: '来源国家（地区）', words: COUNTRIES },
    language: {
      header: '语种',
      words: { zh: '中文', ru: '俄语', en: '英语', de: '德语', ja: '日语', sw: '斯瓦希里语' },
    },
    localised_on: '本土化完成日期',
    published_on: '发布日期',
    withdrawn_on: '停用日期',
    standard: '依据标准',
    unit: '责任部门',
  },
}

/** The table of the national interface, as somebody translated its headers. */
export const RESOURCE_ADOPTION_HABITS: Habits = {
  columns: {
    resource: 'resource',
    country: {
      header: 'country',
      words: { RU: 'Russian Federation', LA: 'Lao PDR', VN: 'Viet Nam', TZ: 'Tanzania', KZ: 'Kazakhstan' },
    },
    adopter: 'adopter',
    type: 'type',
    proposed_on: 'proposed_on',
    adopted_on: 'adopted_on',
    lapsed_on: 'lapsed_on',
    platform: 'platform',
    unit: 'unit',
  },
}

export const RESOURCE_USE_HABITS: Habits = {
  columns: named('resource', 'country', 'adopter', 'from', 'to', 'learners', 'unit'),
}
