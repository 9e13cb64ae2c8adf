import type { Locale } from '@causeway/shared/words/words'

/** A template as it is written: paragraphs, one table of years, one chart. What is in braces is filled by a report. */
export interface Chapter {
  locale: Locale
  header: string
  footer: string
  blocks: Block[]
}

type Style = 'title' | 'subtitle' | 'mark' | 'heading1' | 'heading2' | 'body' | 'caption' | 'note'

export type Block =
  | { style: Style; text: string }
  /** Widths of the columns in parts of the whole, each wide enough for every word of its head; a head breaks where it says so. */
  | { table: { head: string[]; row: string[]; widths: number[] } }
  | { chart: { tag: string; description: string; series: string[] } }

const ROW = ['{year}', '{DN02.number}', '{DN03.number}', '{EX02.number}', '{EX07.number}', '{ST01.number}']

interface Parts extends Omit<Chapter, 'blocks'> {
  /** A block a line: its style and its text, or where the table and the chart are. */
  text: string
  table: { head: string[]; widths: number[] }
  chart: { description: string; series: string[] }
}

function chapterOf({ text, table, chart, ...chapter }: Parts): Chapter {
  const blocks = text
    .trim()
    .split('\n')
    .map((line): Block => {
      if (line === 'table') return { table: { ...table, row: ROW } }
      if (line === 'chart') return { chart: { ...chart, tag: '{chart DN02 DN03}' } }
      const end = line.indexOf(' ')
      return { style: line.slice(0, end) as Style, text: line.slice(end + 1) }
    })
  return { ...chapter, blocks }
}

const CHINESE = chapterOf({
  locale: 'ZH',
  header: '{institution}　{demonstration}',
  footer: '数据截至{data-date}',
  text: `
title {institution}
subtitle 职业教育质量年度报告（{edition}年度）
mark {demonstration}
heading1 四、国际合作
body 本章除另有注明外，统计时段为{year}（{year.start}至{year.end}），数据截至{data-date}。
heading2 （一）总体情况
body 学校坚持“引进来”与“走出去”并重。{year}，引进来人数为{DN02}（上学年：{DN02.previous}），走出去人数为{DN03}（上学年：{DN03.previous}）。近五学年的变化见表1和图1。
heading2 （二）引进来
body 学年末，中外合作办学专业数为{IN02}；{IN03.period}，中外合作办学在校生数为{IN03}。接收国外访学教师人数为{IN11}，教师赴国（境）外研修量为{IN13}，在校生出国（境）学习交流为{IN17}（上学年：{IN17.previous}）。
heading2 （三）走出去
body 接收国外留学生人数为{EX02}（上学年：{EX02.previous}），接收国外留学生的专业数为{EX03}；{EX05.period}，留学生占在校生比例为{EX05}。国（境）外人员培训量为{EX07}；按自然年统计，{EX07.calendar.period}为{EX07.calendar}。专任教师赴国外指导和开展培训时间为{EX11}。
heading2 （四）标准与平台
body 学年末，开发并被国（境）外采用的专业教学标准数为{ST01}（上学年末：{ST01.previous}），其中本学年首次被采用的为{ST01.new}（以前被采用过、失效后本学年又被采用的不算首次，两个学年末之差因此可与之不同）；标准采用国家（地区）数为{ST04}。正在运行的国际合作平台数为{PF01}，合作国家（地区）数为{PF05}。
heading2 （五）技能成效
body 国（境）外技能大赛获奖数量为{SK01}。X证书考核首次通过率为{SK05}（95%置信区间：{SK05.interval}）。{SK15.aug.period}毕业生截至8月31日的毕业去向落实率为{SK15.aug}。
caption 表1　近五学年国际合作主要指标
table
chart
caption 图1　近五学年引进来与走出去人数
note 注：“未填报”指该时段没有台账记录，也没有零报告，并不等于零；“不适用”指没有可供计算的对象。{DN02.name}：{DN02.definition}{DN03.name}：{DN03.definition}
`,
  table: {
    head: [
      '学年',
      '引进来人数\n（人）',
      '走出去人数\n（人）',
      '国外留学生\n（人）',
      '国（境）外\n人员培训量\n（人日）',
      '被采用的\n专业教学标准\n（个）',
    ],
    widths: [20, 14, 14, 14, 20, 18],
  },
  chart: { description: '{DN02.summary}{DN03.summary}', series: ['引进来人数', '走出去人数'] },
})

const ENGLISH = chapterOf({
  locale: 'EN',
  header: '{institution}  {demonstration}',
  footer: 'Data up to {data-date}',
  text: `
title {institution}
subtitle Vocational education quality report {edition}
mark {demonstration}
heading1 4  International cooperation
body Unless said otherwise, this chapter covers the school year {year}, from {year.start} to {year.end}. The data reach {data-date}.
heading2 The whole picture
body The college learns from abroad and gives to others. In {year}, people on the introduction side: {DN02} (the year before: {DN02.previous}); people on the export side: {DN03} (the year before: {DN03.previous}). Table 1 and Figure 1 show five years.
heading2 Introduction
body Majors run jointly with foreign institutions at the end of the year: {IN02}. Students in joint programmes on {IN03.period}: {IN03}. Visiting teachers received: {IN11}. Teachers’ study and training abroad: {IN13}. Students’ stays abroad: {IN17} (the year before: {IN17.previous}).
heading2 Export
body Foreign students received: {EX02} (the year before: {EX02.previous}). Programmes with foreign students: {EX03}. Their share of all learners on {EX05.period}: {EX05}. Training of persons from abroad: {EX07}; in the calendar year {EX07.calendar.period}: {EX07.calendar}. Teachers abroad for guidance and training: {EX11}.
heading2 Standards and platforms
body Programme teaching standards adopted abroad at the end of the year: {ST01} (a year before: {ST01.previous}); adopted for the first time in the year: {ST01.new}. One that was adopted before, lapsed and was adopted again is not among the first, so that the difference between the two ends may be another. Countries and regions that use a standard of the college: {ST04}. Platforms of international cooperation: {PF01}. Countries and regions with a partner: {PF05}.
heading2 Skills
body Awards in competitions abroad: {SK01}. X-certificate examinations passed at the first attempt: {SK05} (95% interval: {SK05.interval}). Destination rate of the {SK15.aug.period} on 31 August: {SK15.aug}.
caption Table 1  Five years of international cooperation
table
chart
caption Figure 1  People on the introduction side and people on the export side, five years
note Notes. “No records”: neither records nor a zero report speak for the period, which is not zero. “Not applicable”: there was nothing to compute it from. {DN02.name}: {DN02.definition} {DN03.name}: {DN03.definition}
`,
  table: {
    head: [
      'School year',
      'People on the introduction side',
      'People on the export side',
      'Foreign students',
      'Training of persons from abroad (person-days)',
      'Programme standards adopted',
    ],
    widths: [12, 18, 14, 13, 24, 19],
  },
  chart: {
    description: '{DN02.summary} {DN03.summary}',
    series: ['People on the introduction side', 'People on the export side'],
  },
})

/** The templates that ship, by the folder of their language. */
export const CHAPTERS: Record<'zh' | 'en', Chapter> = { zh: CHINESE, en: ENGLISH }
/** `templates/zh/NAME`. */
export const TEMPLATE_NAME = 'quality-report-international.docx'
