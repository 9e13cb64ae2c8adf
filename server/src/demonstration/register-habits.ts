import type { Habits } from './csv-file.ts'
import { COUNTRIES, FLAG, named } from './habit-words.ts'

/** How the offices keep their registers: some in Chinese, some by the names of the fields. */

export const INSTITUTION_HABITS: Habits = {
  columns: named('code', 'name_zh', 'name_en', 'country', 'school_year_start', 'level', 'region', 'type'),
}

export const PARTNER_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    code: '合作方编号',
    name_zh: '中文名称',
    name_en: '英文名称',
    type: {
      header: '合作方类型',
      words: {
        government: '政府部门',
        university: '大学',
        college: '职业院校',
        enterprise: '企业',
        institute: '科研机构',
        association: '行业协会',
      },
    },
    country: { header: '国家（地区）', words: COUNTRIES },
    going_out: { header: '是否“走出去”企业', words: FLAG },
    from: '合作起始日期',
    to: '合作终止日期',
    unit: '责任部门',
  },
}

export const PROGRAMME_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    code: '专业编号',
    name_zh: '中文名称',
    name_en: '英文名称',
    department: '开设院系',
    level: '培养层次',
    kind: { header: '专业类别', words: { ordinary: '普通专业', joint: '中外合作办学' } },
    major: '目录专业',
    from: '开办日期',
    to: '停办日期',
    site: '办学点编号',
    language: '授课语言',
    unit: '责任部门',
  },
}

export const PLATFORM_HABITS: Habits = {
  dates: 'characters',
  columns: {
    code: '平台编号',
    name_zh: '中文名称',
    name_en: '英文名称',
    type: {
      header: '平台类型',
      words: {
        consortium: '联合体',
        platform: '平台',
        centre: '中心',
        park: '园区',
        workshop: '工坊',
        campus: '校区',
        alliance: '联盟',
      },
    },
    role: { header: '本校角色', words: { lead: '牵头', member: '参与' } },
    country: { header: '所在国家（地区）', words: COUNTRIES },
    founded_on: '成立日期',
    closed_on: '关闭日期',
    parent: '上级平台编号',
    unit: '责任部门',
  },
}

export const STANDARD_HABITS: Habits = {
  columns: named(
    'code',
    'title_zh',
    'title_en',
    'type',
    'direction',
    'major',
    'country',
    'version',
    'localised_on',
    'withdrawn_on',
    'unit',
  ),
}
export const ADOPTION_HABITS: Habits = {
  columns: named(
    'standard',
    'country',
    'adopter',
    'proposed_on',
    'adapted_on',
    'adopted_on',
    'registered_on',
    'in_system_on',
    'lapsed_on',
    'authority',
    'certificate_no',
    'platform',
    'unit',
  ),
}
export const ADOPTION_USE_HABITS: Habits = {
  columns: {
    standard: '标准编号',
    country: { header: '采用国家（地区）', words: COUNTRIES },
    adopter: '采用机构',
    from: '起始日期',
    to: '结束日期',
    learners: '涉及外方学生数',
    unit: '责任部门',
  },
}

export const ZERO_REPORT_HABITS: Habits = {
  columns: {
    record_type: '台账类型',
    direction: '方向',
    audience: '人员类别',
    from: '起始日期',
    to: '结束日期',
    unit: '责任部门',
    signer: '负责人',
  },
}
