import type { Words } from '@causeway/shared/words/words'

export const DEVELOPERS_WORDS = {
  title: { zh: '数据接口', en: 'For developers' },
  lead: {
    zh: '网页上的每个数都可以用程序取到：一个地址给一列数，一个 GraphQL 接口给全部。公开数据不需要登录。',
    en: 'Every figure of these pages can be had by a program: an address gives a series, a GraphQL interface gives everything. What is public needs no sign-in.',
  },
  playground: { zh: '打开查询台', en: 'Open the playground' },
  schemaFile: { zh: '下载数据结构', en: 'The schema as text' },
  code: { zh: '复制即用', en: 'Copy and run' },
  codeText: {
    zh: '以下各段已填好这所院校和所选指标，可直接运行。',
    en: 'Each piece asks for this college and the chosen indicator, and runs as it is.',
  },
  noCollege: {
    zh: '还没有院校，以下各段以 demo 为例；导入院校后自动换成本校代码。',
    en: 'There is no college yet: the pieces are written for one of code demo, and name yours once it is there.',
  },
  indicator: { zh: '指标', en: 'Indicator' },
  copy: { zh: '复制', en: 'Copy' },
  codeOf: { zh: '代码：{title}', en: 'Code: {title}' },
  addresses: { zh: '地址', en: 'Addresses' },
  views: { zh: '有名称的视图', en: 'Views that have a name' },
  viewsNote: {
    zh: '用名称代替 /i/ 与 /embed/ 中的指标；都可带 institution、lang、mode、size。文件中的列名不变，数值不取整，未知为空。',
    en: 'The name is where an indicator would in /i/ and /embed/; all take institution, lang, mode and size. Columns keep their names, numbers are unrounded, what is not known is empty.',
  },
  viewClosed: { zh: '（须带访问令牌）', en: ' (asks for an access token)' },
  viewParameters: { zh: '参数', en: 'Takes' },
  viewColumns: { zh: '列', en: 'Columns' },
  open: { zh: '打开', en: 'Open' },
  openOf: { zh: '打开 {pattern} 的示例', en: 'Open an example of {pattern}' },
  rules: { zh: '使用须知', en: 'Good to know' },
  schema: { zh: '数据结构', en: 'The schema in words' },
  schemaText: {
    zh: '接口里的全部查询、修改和类型。查询和修改有中文说明；类型和字段的说明为英文，与 schema.graphql 一致。',
    en: 'Every question, change and type of the interface, as schema.graphql describes them.',
  },
  find: { zh: '查找类型、字段或说明', en: 'Find a type, a field or a word' },
  found: { zh: '{n} 个类型', en: '{n} types' },
  foundOne: { zh: '1 个类型', en: '1 type' },
  none: { zh: '没有符合的类型或字段', en: 'No type or field matches' },
  others: { zh: '全部类型', en: 'All types' },
  takes: { zh: '参数', en: 'takes' },
  oneOf: { zh: '其中之一：', en: 'one of: ' },
} satisfies Record<string, Words>

export const RULES: Words[] = [
  {
    zh: '无数值不等于零：value 为空时看 gap，NO_RECORDS 未填报，NOT_APPLICABLE 不适用，SUPPRESSED 人数过少不予公开。',
    en: 'A missing number is not zero: where value is null, gap says why: NO_RECORDS, NOT_APPLICABLE or SUPPRESSED, too few people to publish.',
  },
  {
    zh: 'year 是时段起始的年份：2023 表示 2023—2024 学年。',
    en: 'year is the one a period begins in: 2023 for the school year 2023/24.',
  },
  {
    zh: '精确数值和台账记录需要令牌：请求头加 Authorization: Bearer 令牌。令牌由系统管理员发放。',
    en: 'Exact figures and records need a token, sent as Authorization: Bearer TOKEN. Administrators hand them out.',
  },
  {
    zh: '每个答复带 ETag；下次带上 If-None-Match，没有变化时返回 304。',
    en: 'Every answer has an ETag: ask with If-None-Match, and 304 says that nothing is new.',
  },
  {
    zh: '查询被拒绝时返回固定的错误代码和中英文说明（extensions.code、extensions.messages）。',
    en: 'A refused question answers a stable code and a sentence in both languages (extensions.code, extensions.messages).',
  },
]
