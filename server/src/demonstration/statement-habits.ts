import type { Habits } from './csv-file.ts'
import { COUNTRIES, FLAG, SEX, named } from './habit-words.ts'

/** How the college keeps what it says about itself: staff, posts, surveys, evidence, targets, what was filed, what was decided. */

export const STAFF_HABITS: Habits = {
  encoding: 'gb18030',
  dates: 'slashes',
  columns: {
    person: '工号',
    full_time: { header: '是否全职', words: FLAG },
    teaching: { header: '是否任课教师', words: FLAG },
    dual_qualified: { header: '是否“双师型”', words: FLAG },
    nationality: { header: '国籍（地区）', words: COUNTRIES },
    sex: SEX,
    from: '聘用起始日期',
    to: '聘用终止日期',
    unit: '责任部门',
  },
}

export const OFFICE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    person: '工号',
    organisation: '任职组织',
    country: { header: '组织所在国家（地区）', words: { ...COUNTRIES, BR: '巴西' } },
    post: '职务',
    professional: { header: '是否专业性组织', words: FLAG },
    from: '任职起始日期',
    to: '任职终止日期',
    unit: '责任部门',
  },
}

export const SURVEY_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'characters',
  columns: {
    survey: '调查名称',
    audience: {
      header: '调查对象',
      words: {
        employer: '用人单位',
        learner: '在校生',
        'international-learner': '留学生',
        graduate: '毕业生',
        staff: '教职工',
        parent: '家长',
      },
    },
    question: {
      header: '调查内容',
      words: { satisfaction: '满意度', 'promotion-3y': '毕业三年职位晋升', relevance: '工作与专业相关' },
    },
    class: '届',
    date: '问卷截止日期',
    asked: '发放问卷数',
    answered: '有效问卷数',
    positive: '肯定回答人数',
    unit: '责任部门',
  },
}

export const EVIDENCE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    code: '材料编号',
    title: '材料名称',
    kind: {
      header: '材料类型',
      words: { certificate: '证书或证明', contract: '合同或协议', letter: '函件', photo: '照片', press: '媒体报道' },
    },
    issued_by: '出具单位',
    issued_on: '出具日期',
    expires_on: '有效期至',
    record_type: {
      header: '台账类型',
      words: {
        adoption: '标准（资源）采用',
        agreement: '合作协议',
        recognition: '荣誉与认证',
        'competition-result': '技能竞赛成绩',
      },
    },
    record: '所证台账记录',
    unit: '责任部门',
  },
}

export const TARGET_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    plan: '规划名称',
    indicator: '指标编号',
    basis: { header: '统计时段', words: { SCHOOL_YEAR: '学年', CALENDAR_YEAR: '自然年', COHORT: '届' } },
    year: '年度',
    value: '目标值',
    cumulative: { header: '是否累计值', words: FLAG },
    base: { header: '是否基期值', words: FLAG },
    unit: '责任部门',
  },
}

export const PEER_HABITS: Habits = {
  columns: named(
    'peer',
    'indicator',
    'basis',
    'scope',
    'edition',
    'year',
    'value',
    'numerator',
    'denominator',
    'source',
    'page',
  ),
}

export const FORM_VALUE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    form: '报表代码',
    edition: '版式',
    line: '序号',
    year: '起始年份',
    status: { header: '填报方式', words: { 'hand-filled': '直接填报', filed: '已报数' } },
    value: '填报值',
    text: '文字内容',
    in_unit: '计量单位',
    source: '数据来源',
    filled_by: '填报人',
    filled_on: '填报日期',
    unit: '责任部门',
  },
}

export const PUBLICATION_HABITS: Habits = {
  columns: named('form', 'edition', 'year', 'published_on', 'address', 'unit'),
}

export const DECISION_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    record_type: {
      header: '认定对象',
      words: { unit: '责任部门', partner: '合作机构', mobility: '师生国（境）外交流' },
    },
    code: '原编号',
    same_as: '统一编号',
    relation: {
      header: '认定关系',
      words: { same: '同一事物', renamed: '更名', merged: '并入', duplicate: '重复填报' },
    },
    from: '生效日期',
    decided_by: '认定人',
    reason: '理由',
    unit: '责任部门',
  },
}
