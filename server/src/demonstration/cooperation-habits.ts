import type { Habits } from './csv-file.ts'
import { COUNTRIES, FLAG, named } from './habit-words.ts'

/** How the offices keep what the college has agreed, opened, joined and held. */

export const UNIT_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    code: '部门编号',
    name_zh: '部门名称',
    name_en: '部门英文名称',
    parent: '上级部门编号',
    from: '成立日期',
    to: '撤销日期',
  },
}

export const SITE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'characters',
  titles: ['国（境）外办学点一览表'],
  columns: {
    code: '办学点编号',
    name_zh: '办学点名称',
    name_en: '办学点英文名称',
    type: {
      header: '办学点类型',
      words: { 'teaching-site': '教学点', school: '学校', workshop: '工坊', college: '学院' },
    },
    brand: { header: '品牌', words: { luban: '鲁班工坊', 'silk-road': '丝路学院', other: '其他品牌' } },
    licensed: { header: '是否获品牌授权', words: FLAG },
    host: '外方承办机构编号',
    country: { header: '所在国家（地区）', words: COUNTRIES },
    opened_on: '启用日期',
    closed_on: '关闭日期',
    equipment_value: '设备值（万元）',
    unit: '责任部门',
  },
}

export const AGREEMENT_HABITS: Habits = {
  encoding: 'gb18030',
  dates: 'slashes',
  columns: {
    code: '协议编号',
    partner: '签约方',
    type: { header: '协议类型', words: { mou: '谅解备忘录', moa: '合作协议', contract: '合同' } },
    signed_on: '签订日期',
    from: '生效日期',
    to: '终止日期',
    subject: '合作内容',
    programme: '专业编号',
    renewal_of: '续签原协议',
    unit: '责任部门',
  },
}

export const JOINT_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    approval: '批准书编号',
    category: { header: '合作办学类别', words: { institution: '机构', project: '项目' } },
    partner: '外方院校编号',
    programme: '合作办学专业',
    from: '批准起始日期',
    to: '批准截止日期',
    first_intake: '首次招生年份',
    last_intake: '最后招生年份',
    intake_per_cohort: '每期招生人数',
    unit: '责任部门',
  },
}

export const JOINT_COURSE_HABITS: Habits = {
  columns: named(
    'code',
    'programme',
    'name_zh',
    'name_en',
    'core',
    'introduced',
    'foreign_taught',
    'hours',
    'foreign_party_hours',
    'language',
    'from',
    'to',
    'unit',
  ),
}

export const COURSE_HABITS: Habits = {
  encoding: 'gb18030',
  dates: 'digits',
  columns: {
    code: '课程代码',
    programme: '开设专业',
    name_zh: '课程名称',
    name_en: '课程英文名称',
    core: { header: '是否专业核心课程', words: FLAG },
    hours: '总学时',
    language: { header: '授课语言', words: { zh: '汉语', en: '英语', ru: '俄语' } },
    from: '开设日期',
    unit: '责任部门',
  },
}

export const MEMBER_HABITS: Habits = { columns: named('platform', 'partner', 'role', 'from', 'to', 'unit') }

export const EVENT_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'slashes',
  columns: {
    code: '活动编号',
    title_zh: '活动名称',
    title_en: '活动英文名称',
    kind: {
      header: '活动类别',
      words: { conference: '会议', forum: '论坛', exhibition: '展览', competition: '赛事' },
    },
    role: { header: '本校角色', words: { host: '主办', 'co-host': '联合主办' } },
    country: { header: '举办国家（地区）', words: { ...COUNTRIES, RU: '俄罗斯联邦' } },
    partner: '合办单位',
    platform: '依托平台',
    start: '开始日期',
    end: '结束日期',
    unit: '责任部门',
  },
}

export const RECOGNITION_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    title_zh: '荣誉名称',
    title_en: '荣誉英文名称',
    kind: { header: '类别', words: { honour: '荣誉', ranking: '排名', licence: '授权', accreditation: '认证' } },
    level: { header: '级别', words: { city: '市级', province: '省级', nation: '国家级', international: '国际级' } },
    issuer: '授予机构',
    country: { header: '授予机构所在国家（地区）', words: COUNTRIES },
    awarded_on: '授予日期',
    valid_to: '有效期至',
    scope: { header: '授予对象', words: { college: '学校', programme: '专业', site: '办学点' } },
    programme: '专业编号',
    site: '办学点编号',
    unit: '责任部门',
  },
}
