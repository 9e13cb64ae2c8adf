import type { RecordType } from '../record-type.ts'
import { choice, code, country, date, decimal, flag, integer, like, text, titled, value } from '../declare-fields.ts'
import { NATIONALITY, PERSON, PROGRAMME, SITE, STANDARD_FIELD } from '../common-fields.ts'

export const COMPETITION_RESULT: RecordType = {
  name: 'competition-result',
  order: 240,
  label: { zh: '技能竞赛成绩', en: 'Competition result' },
  description: {
    zh: '一名选手或一支参赛队在一项赛事一个赛项的成绩。一支队可按队员分几行填报，仍计一项。',
    en: 'The result of one competitor or one team in one skill of one event. The rows of one team are one award.',
  },
  fields: [
    text.required('event', '赛事', 'Event', {
      also: '赛事名称, 竞赛名称, 大赛名称, 比赛名称, event name, competition',
      example: { zh: '第46届世界技能大赛特别赛', en: 'WorldSkills Competition 2022 Special Edition' },
    }),
    choice('series', '赛事系列', 'Series', {
      also: '系列, 是否世界技能大赛, 赛事类别',
      choices: [
        value('worldskills', '世界技能大赛', 'WorldSkills', '世赛, 世界技能大赛系列, 是'),
        value('other', '其他赛事', 'other', '其他, 否'),
      ],
      example: { zh: '世界技能大赛', en: 'WorldSkills' },
    }),
    date.required('date', '比赛日期', 'Date', {
      also: '日期, 获奖日期, 获奖时间, 比赛时间, 竞赛日期, 参赛时间, date of the award',
      example: '2022-10-15',
    }),
    choice.required('level', '赛事级别', 'Level', {
      also: '级别, 竞赛级别, 比赛级别, 获奖级别, 奖项级别',
      choices: [
        value('school', '校级', 'school', '学校'),
        value('city', '市级', 'city', '地市级, 市厅级'),
        value('province', '省级', 'province', '省部级, 省（区、市）级, provincial, regional'),
        value('nation', '国家级', 'nation', '全国, 国赛, national'),
        value('international', '国际级', 'international', '国际, 国际性, 世界级'),
      ],
      example: { zh: '国际级', en: 'international' },
    }),
    country.required('country', '举办国家（地区）', 'Country or region where held', {
      also: '国家, 国家（地区）, 举办国, 举办地, 举办地点, 比赛所在国, 国别, country, host country',
      example: { zh: '韩国', en: 'Korea, Republic of' },
    }),
    flag('abroad', '是否在国（境）外举办', 'Held abroad', {
      also: '是否国外, 是否国（境）外, 国（境）外举办, 是否境外, abroad',
      note: { zh: '国际品牌赛事的国内选拔赛填“否”。', en: 'A domestic round of an international brand is not abroad.' },
      example: { zh: '是', en: 'yes' },
    }),
    code.required('skill', '赛项', 'Skill', {
      also: '赛项名称, 竞赛项目, 比赛项目, 赛项编号, 项目, skill name, skill number',
      example: { zh: '数控铣', en: 'CNC Milling' },
    }),
    code('team', '参赛队', 'Team', {
      also: '团队, 队名, 参赛队名称, 代表队, 团队编号, team name',
      note: { zh: '同队几行计一项。', en: 'The rows of one team are one award.' },
    }),
    like(PERSON, { also: '选手编号, 参赛学生, 获奖学生学号, competitor' }),
    text('represents', '代表国家（地区）或单位', 'Represents', {
      also: '代表, 代表国家, 代表单位, represented, member',
    }),
    integer('rank', '名次', 'Rank', { min: 1, also: '排名, 比赛名次, position, place', example: '1' }),
    text('award', '奖项', 'Award', {
      inBoth: true,
      also: '获奖等级, 奖项名称, 获奖名称, 奖次, 获奖等次, prize',
      note: { zh: '未获奖不填。', en: 'Empty where none was won.' },
      example: { zh: '一等奖', en: 'first prize' },
    }),
    choice('medal', '奖牌', 'Medal', {
      also: '奖牌类型',
      choices: [
        value('gold', '金牌', 'gold', '金, 金奖, gold medal'),
        value('silver', '银牌', 'silver', '银, 银奖, silver medal'),
        value('bronze', '铜牌', 'bronze', '铜, 铜奖, bronze medal'),
        value('medallion', '优胜奖', 'medallion', '优胜, 优秀奖章, medallion for excellence, medallion of excellence'),
      ],
      example: { zh: '金牌', en: 'gold' },
    }),
    decimal('score', '得分', 'Score', {
      unit: { zh: '分', en: 'points' },
      factor: 100,
      min: 0,
      also: '分数, 成绩, 总分, 比赛成绩, points, result',
      example: '745.50',
    }),
    code('scale', '计分制', 'Scale', {
      also: '分制, 评分标准, 计分标准, 评分制, scale version, score scale',
      note: {
        zh: '如 500、700、100；不同计分制的分数不合并平均。',
        en: 'As 500, 700 or 100; scores of several scales are never averaged together.',
      },
      example: '700',
    }),
  ],
  key: ['event', 'skill', 'team', 'person'],
  span: { starts: ['date'], empty: 'never', endless: 'one-day' },
  oneOf: [['team', 'person']],
  title: titled('event', 'skill', 'team', 'medal|award'),
}

export const ASSESSMENT_RESULT: RecordType = {
  name: 'assessment-result',
  order: 250,
  label: { zh: '技能测评成绩', en: 'Assessment result' },
  description: {
    zh: '一人一次考试、测评的结果，包括1+X证书考试和教学前后的测评。',
    en: "One person's result in one sitting of one instrument: examinations of X certificates, and tests before and after teaching.",
  },
  fields: [
    like(PERSON, { required: true }),
    code.required('instrument', '测评工具', 'Instrument', {
      also: '考试名称, 测评名称, 证书名称, 考核项目, 测评项目, 考试项目, 试卷, test, examination, certificate',
      example: { zh: '智慧农业技术应用', en: 'Smart farming' },
    }),
    code('version', '版本', 'Version', { also: '版本号, 试卷版本, 标准版本, instrument version', example: '2023' }),
    choice('certificate_level', '证书等级', 'Certificate level', {
      also: '等级, X证书等级, 职业技能等级, 级别',
      choices: [
        value('junior', '初级', 'junior', '初级证书, elementary'),
        value('intermediate', '中级', 'intermediate', '中级证书'),
        value('senior', '高级', 'senior', '高级证书, advanced'),
      ],
      note: { zh: '填写即表示X证书考试。', en: "Filled: an X certificate's examination." },
      example: { zh: '中级', en: 'intermediate' },
    }),
    choice.required('phase', '测评阶段', 'Phase', {
      also: '阶段, 测试阶段, 考核阶段, 测评类型',
      choices: [
        value('pre', '前测', 'pre', '教学前, 学前测, 入学测评, pre-test, before'),
        value('post', '后测', 'post', '教学后, 学后测, post-test, after'),
        value('final', '终结性考核', 'final', '终考, 期末, 结业考试, 正式考试, 终结性评价, summative'),
      ],
      example: { zh: '终结性考核', en: 'final' },
    }),
    integer('attempt', '第几次', 'Attempt', {
      min: 1,
      also: '考试次数, 次数, 第几次考试, 考次, attempt number',
      example: '1',
    }),
    date.required('date', '考试日期', 'Date', {
      also: '日期, 测评日期, 考核日期, 考试时间, test date, examination date',
      example: '2023-11-18',
    }),
    decimal('raw', '得分', 'Raw score', {
      unit: { zh: '分', en: 'points' },
      factor: 100,
      min: 0,
      also: '成绩, 分数, 原始分, 考试成绩, 总分, raw, score, points',
      example: '82.5',
    }),
    decimal('max', '满分', 'Maximum score', {
      unit: { zh: '分', en: 'points' },
      factor: 100,
      min: 0,
      also: '满分值, 总分值, 卷面满分, max, maximum, maximum points',
      example: '100',
    }),
    flag('passed', '是否通过', 'Passed', {
      also: '是否合格, 合格, 通过, 是否取证, 考核结果, 合格情况, pass',
      example: { zh: '是', en: 'yes' },
    }),
    PROGRAMME,
    SITE,
    like(STANDARD_FIELD, {
      also: '依据标准, 依据标准编号, 对应标准',
      note: { zh: '按能力单元测评时填写所依据的标准。', en: 'The standard by whose units it was assessed.' },
    }),
    code('standard_version', '依据标准版本', 'Standard version', {
      also: '标准版本号, 所依据标准版本, version of the standard',
      example: '1.0',
    }),
    code('standard_unit', '能力单元编号', 'Standard unit', {
      also: '能力单元, 标准单元, 单元编号, 能力单元代码, unit of competency, competency',
      note: { zh: '一行一个能力单元。', en: 'One unit a row.' },
      example: 'U1',
    }),
    flag('competent', '是否达成', 'Competent', {
      also: '达成, 能力达成, 是否胜任, 单元是否达成, 达成情况, judged competent',
      example: { zh: '是', en: 'yes' },
    }),
    NATIONALITY,
  ],
  key: ['person', 'instrument', 'version', 'certificate_level', 'phase', 'attempt'],
  lateKey: ['standard', 'standard_version', 'standard_unit'],
  span: { starts: ['date'], empty: 'never', endless: 'one-day' },
  namesOn: ['first_day'],
  title: titled('instrument', 'certificate_level', 'phase', 'date'),
}
