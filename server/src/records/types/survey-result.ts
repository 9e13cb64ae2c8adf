import type { RecordType } from '../record-type.ts'
import { choice, code, date, integer, titled, value, year } from '../declare-fields.ts'
import { PROGRAMME } from '../common-fields.ts'

export const SURVEY_RESULT: RecordType = {
  name: 'survey-result',
  order: 300,
  label: { zh: '调查结果', en: 'Survey result' },
  description: {
    zh: '一次调查中一个问题的汇总：调查多少人，多少人作答，多少人给出肯定回答。',
    en: 'The count of one question of one survey: how many were asked, how many answered, how many of them positively.',
  },
  fields: [
    code.required('survey', '调查编号', 'Survey', {
      also: '调查, 调查名称, 调查项目, 问卷, 问卷名称, 问卷编号, survey code, survey name, questionnaire',
      example: 'SV2023-01',
    }),
    choice.required('audience', '调查对象', 'Audience', {
      also: '对象, 受访对象, 调查群体, 答卷人, respondents, asked of',
      choices: [
        value('employer', '用人单位', 'employer', '雇主, 企业, 单位, employers'),
        value('learner', '在校生', 'learner', '学生, 学员, 培训学员, learners, student, trainee'),
        value(
          'international-learner',
          '留学生',
          'international learner',
          '来华留学生, 国际学生, 外国留学生, 境外学员, international student, international learners',
        ),
        value('graduate', '毕业生', 'graduate', '校友, graduates, alumni'),
        value('staff', '教职工', 'staff', '教师, 老师, 教工, teachers'),
        value('parent', '家长', 'parent', '学生家长, parents'),
      ],
      example: { zh: '用人单位', en: 'employer' },
    }),
    choice.required('question', '调查内容', 'Question', {
      also: '问题, 题目, 调查问题, 调查指标, 指标, item',
      choices: [
        value('satisfaction', '满意度', 'satisfaction', '总体满意度, 满意, 是否满意, satisfied'),
        value(
          'promotion-3y',
          '毕业三年职位晋升',
          'promotion within three years',
          '毕业三年晋升, 三年内职位晋升, 职位晋升, 毕业三年职位晋升比例, promotion',
        ),
        value(
          'relevance',
          '工作与专业相关',
          'relevance',
          '专业相关度, 专业对口, 工作相关, 相关度, relevance to the programme',
        ),
      ],
      example: { zh: '满意度', en: 'satisfaction' },
    }),
    year('class', '届', 'Class', {
      also: '毕业届, 届别, 毕业年份, 毕业生届别, class of, graduation year, cohort',
      note: {
        zh: '问毕业生、问用人单位对某届毕业生的评价时填写；学年最后一日所在年份。',
        en: "Of graduates, or of employers about those of one class: the year of the school year's last day.",
      },
      example: '2020',
    }),
    date.required('date', '调查日期', 'Date', {
      also: '日期, 调查时间, 调查截止日期, 问卷截止日期, 统计日期, survey date, closing date',
      note: { zh: '问卷截止之日。', en: 'The day on which it closed.' },
      example: '2023-11-30',
    }),
    integer.required('asked', '调查人数', 'Asked', {
      unit: { zh: '人', en: 'people' },
      min: 0,
      also: '发放问卷数, 发放数, 调查数, 应答人数, 样本数, 调查对象数, number asked, sent',
      example: '120',
    }),
    integer.required('answered', '作答人数', 'Answered', {
      unit: { zh: '人', en: 'people' },
      min: 0,
      also: '回收问卷数, 回收数, 有效问卷数, 实答人数, 答卷数, 有效答卷数, number answered, responses',
      example: '96',
    }),
    integer.required('positive', '肯定回答人数', 'Positive', {
      unit: { zh: '人', en: 'people' },
      min: 0,
      also: '满意人数, 满意数, 肯定人数, 肯定回答数, 晋升人数, 相关人数, number positive, satisfied',
      note: { zh: '如“满意”与“很满意”之和。', en: 'As those satisfied and very satisfied.' },
      example: '90',
    }),
    PROGRAMME,
  ],
  key: ['survey', 'audience', 'question', 'class', 'programme'],
  span: { starts: ['date'], empty: 'never', endless: 'one-day' },
  notAbove: [
    ['answered', 'asked'],
    ['positive', 'answered'],
  ],
  title: titled('survey', 'audience', 'question', 'class'),
}
