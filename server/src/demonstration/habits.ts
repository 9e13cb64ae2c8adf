import type { Columns, Habits } from './csv-file.ts'

/** How the offices of the college keep their tables: some in Chinese, some by the names of the fields, one in an old encoding. */

const FLAG = { '1': '是', '0': '否' }
const SEX = { header: '性别', words: { female: '女', male: '男' } }
const COUNTRIES: Record<string, string> = {
  CN: '中国', RU: '俄罗斯', BY: '白俄罗斯', KZ: '哈萨克斯坦', KG: '吉尔吉斯斯坦', UZ: '乌兹别克斯坦', TJ: '塔吉克斯坦', MN: '蒙古', TH: '泰国', LA: '老挝', VN: '越南',
  KH: '柬埔寨', TZ: '坦桑尼亚', PK: '巴基斯坦', DE: '德国', NZ: '新西兰', JP: '日本', HK: '中国香港', MO: '中国澳门', TW: '中国台湾',
}
const OUTCOMES = { header: '学习结果', words: { completed: '毕业', left: '退学', transferred: '转学' } }
const STATUSES = {
  employed: '就业', 'own-business': '自主创业', flexible: '灵活就业', 'further-study': '升学', 'not-employed': '未就业', unknown: '去向不明',
}

const named = (...fields: string[]): Columns => Object.fromEntries(fields.map((field) => [field, field]))

export const INSTITUTION_HABITS: Habits = { columns: named('code', 'name_zh', 'name_en', 'country', 'school_year_start', 'level', 'region', 'type') }

export const PARTNER_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    code: '合作方编号', name_zh: '中文名称', name_en: '英文名称',
    type: { header: '合作方类型', words: { government: '政府部门', university: '大学', college: '职业院校', enterprise: '企业', institute: '科研机构', association: '行业协会' } },
    country: { header: '国家（地区）', words: COUNTRIES }, going_out: { header: '是否“走出去”企业', words: FLAG }, from: '合作起始日期', to: '合作终止日期',
  },
}

export const PROGRAMME_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    code: '专业编号', name_zh: '中文名称', name_en: '英文名称', department: '开设院系', level: '培养层次',
    kind: { header: '专业类别', words: { ordinary: '普通专业', joint: '中外合作办学' } }, major: '目录专业', from: '开办日期', to: '停办日期',
  },
}

export const PLATFORM_HABITS: Habits = {
  dates: 'characters',
  columns: {
    code: '平台编号', name_zh: '中文名称', name_en: '英文名称',
    type: { header: '平台类型', words: { consortium: '联合体', platform: '平台', centre: '中心', park: '园区', workshop: '工坊', campus: '校区', alliance: '联盟' } },
    role: { header: '本校角色', words: { lead: '牵头', member: '参与' } }, country: { header: '所在国家（地区）', words: COUNTRIES },
    founded_on: '成立日期', closed_on: '关闭日期', parent: '上级平台编号',
  },
}

export const STANDARD_HABITS: Habits = {
  columns: named('code', 'title_zh', 'title_en', 'type', 'direction', 'major', 'country', 'version', 'localised_on', 'withdrawn_on'),
}
export const ADOPTION_HABITS: Habits = {
  columns: named('standard', 'country', 'adopter', 'proposed_on', 'adapted_on', 'adopted_on', 'registered_on', 'in_system_on', 'lapsed_on', 'authority', 'certificate_no'),
}
export const ADOPTION_USE_HABITS: Habits = {
  columns: {
    standard: '标准编号', country: { header: '采用国家（地区）', words: COUNTRIES }, adopter: '采用机构', from: '起始日期', to: '结束日期', learners: '涉及外方学生数',
  },
}

/** The office of academic affairs exports from an old system. */
export const ENROLMENT_HABITS: Habits = {
  encoding: 'gb18030',
  dates: 'slashes',
  columns: {
    person: '学号', programme: '专业编号', kind: { header: '学习类别', words: { domestic: '本国学生', joint: '中外合作办学' } },
    full_time: { header: '是否全日制', words: FLAG }, nationality: { header: '国籍（地区）', words: COUNTRIES }, sex: SEX,
    level: { header: '学历层次', words: { higher: '高职专科' } }, start: '入学日期', end: '离校日期', outcome: OUTCOMES, unit: '责任部门',
  },
}

export const HEADS_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  dates: 'characters',
  titles: ['动物科技系在校生人数统计表'],
  columns: {
    programme: '专业编号', kind: { header: '学习类别', words: { domestic: '本国学生' } }, full_time: { header: '是否全日制', words: FLAG },
    nationality: { header: '国籍（地区）', words: COUNTRIES }, sex: SEX, level: { header: '学历层次', words: { higher: '高职专科' } }, headcount: '人数',
    start: '入学日期', end: '离校日期', outcome: OUTCOMES, unit: '责任部门',
  },
}

export const FOREIGNER_HABITS: Habits = {
  columns: named('person', 'programme', 'kind', 'full_time', 'nationality', 'prior_education', 'sex', 'level', 'start', 'end', 'planned_days', 'outcome', 'unit'),
}

export const OUTBOUND_HABITS: Habits = {
  delimiter: ';',
  encoding: 'utf-8 with BOM',
  dates: 'digits',
  columns: {
    person: '人员编号', direction: { header: '方向', words: { out: '派出' } }, audience: { header: '人员类别', words: { student: '学生', staff: '教职工' } },
    purpose: {
      header: '事由',
      words: { study: '学习', practice: '实习', guide: '指导', train: '开展培训', 'visiting-scholar': '访学', competition: '参赛', conference: '参会' },
    },
    country: { header: '国家（地区）', words: COUNTRIES }, partner: '合作方编号', programme: '专业编号', start: '开始日期', end: '结束日期', unit: '责任部门', note: '备注',
  },
}

export const INBOUND_HABITS: Habits = {
  columns: named('person', 'headcount', 'direction', 'audience', 'purpose', 'country', 'partner', 'start', 'end', 'unit'),
}

export const TRAINING_HABITS: Habits = {
  columns: named('session', 'start', 'end', 'training_days', 'person', 'country', 'place', 'role', 'sex', 'sponsor', 'delivery', 'platform', 'unit'),
}

export const TRAINING_HEADS_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  titles: ['线上培训人数统计表', '填报单位：培训中心'],
  columns: {
    session: '培训班编号', start: '开始日期', end: '结束日期', training_days: '培训天数', headcount: '人数', country: { header: '学员国家（地区）', words: COUNTRIES },
    role: { header: '学员身份', words: { student: '学生' } }, delivery: { header: '培训方式', words: { online: '线上' } }, platform: '平台编号', unit: '责任部门',
  },
}

export const COMPETITION_HABITS: Habits = {
  dates: 'slashes',
  encoding: 'utf-8 with BOM',
  columns: {
    event: '赛事', series: { header: '赛事系列', words: { worldskills: '世界技能大赛', other: '其他赛事' } }, date: '比赛日期',
    level: { header: '赛事级别', words: { nation: '国家级', international: '国际级' } }, country: { header: '举办国家（地区）', words: COUNTRIES },
    abroad: { header: '是否在国（境）外举办', words: FLAG }, skill: '赛项', team: '参赛队', person: '人员编号', represents: '代表国家（地区）或单位', rank: '名次', award: '奖项',
    medal: { header: '奖牌', words: { gold: '金牌', silver: '银牌', bronze: '铜牌', medallion: '优胜奖' } }, score: '得分', scale: '计分制', unit: '责任部门',
  },
}

export const GAIN_HABITS: Habits = { columns: named('person', 'instrument', 'version', 'phase', 'attempt', 'date', 'raw', 'max', 'unit') }

export const CERTIFICATE_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    person: '学号', instrument: '测评工具', version: '版本',
    certificate_level: { header: '证书等级', words: { junior: '初级', intermediate: '中级', senior: '高级' } }, phase: { header: '测评阶段', words: { final: '终结性考核' } },
    attempt: '第几次', date: '考试日期', raw: '得分', max: '满分', passed: { header: '是否通过', words: FLAG }, programme: '专业编号', unit: '责任部门',
  },
}

export const DESTINATION_HABITS: Habits = {
  encoding: 'utf-8 with BOM',
  columns: {
    person: '学号', programme: '专业编号', class: '届', observation: { header: '观测时点', words: { '08-31': '8月31日', '12-31': '12月31日' } },
    status: { header: '毕业去向', words: STATUSES }, matched: { header: '专业是否对口', words: FLAG }, pay: '月收入（元）',
    employer_type: {
      header: '用人单位类型',
      words: { 'going-out': '“走出去”企业', foreign: '外资企业', state: '国有企业', private: '民营企业', public: '机关事业单位', other: '其他' },
    },
    country: { header: '就业国家（地区）', words: COUNTRIES }, unit: '责任部门',
  },
}

const { person: _person, ...withoutPerson } = DESTINATION_HABITS.columns
export const DESTINATION_HEADS_HABITS: Habits = { ...DESTINATION_HABITS, columns: { headcount: '人数', ...withoutPerson } }

export const ZERO_REPORT_HABITS: Habits = {
  columns: {
    record_type: '台账类型', direction: '方向', audience: '人员类别', from: '起始日期', to: '结束日期', unit: '责任部门', signer: '负责人',
  },
}
