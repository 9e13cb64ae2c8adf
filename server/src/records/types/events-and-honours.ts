import type { RecordType } from '../record-type.ts'
import { choice, code, country, date, like, text, titled, value } from '../declare-fields.ts'
import { PARTNER, PLATFORM_FIELD, PROGRAMME, SITE, TITLE_EN, TITLE_ZH } from '../common-fields.ts'

export const EVENT: RecordType = {
  name: 'event',
  order: 190,
  label: { zh: '国际会议与活动', en: 'Event' },
  description: {
    zh: '学校主办、承办或参加的一场国际会议、论坛、展览或赛事。',
    en: 'An international conference, forum, exhibition or competition that the institution hosted or took part in.',
  },
  fields: [
    code.required('code', '活动编号', 'Code', {
      also: '编号, 会议编号, 活动代码, 赛事编号, event code, event id',
      example: 'EV2023-02',
    }),
    like(TITLE_ZH, {
      also: '活动名称, 会议名称, 论坛名称, 赛事名称, 主题, 活动主题, 会议主题',
      example: '中俄现代农业职业教育论坛',
    }),
    like(TITLE_EN, {
      also: '活动英文名称, 会议英文名称, event name, event title',
      example: 'Sino-Russian Forum on Agricultural VET',
    }),
    choice.required('kind', '活动类别', 'Kind', {
      also: '类别, 类型, 活动类型, 会议类型, event type, type',
      choices: [
        value('conference', '会议', 'conference', '国际会议, 研讨会, 学术会议, 年会, 交流会, meeting, seminar'),
        value('forum', '论坛', 'forum', '国际论坛, 高峰论坛, 对话会'),
        value('exhibition', '展览', 'exhibition', '展会, 博览会, 成果展, fair'),
        value('competition', '赛事', 'competition', '大赛, 竞赛, 比赛, 技能大赛'),
      ],
      example: { zh: '论坛', en: 'forum' },
    }),
    choice('role', '本校角色', 'Role', {
      also: '角色, 学校角色, 举办角色, 主办或承办, 主办/承办',
      choices: [
        value('host', '主办', 'host', '主办单位, 承办, 承办单位, hosted, organiser'),
        value(
          'co-host',
          '联合主办',
          'co-host',
          '合办, 协办, 联合承办, 共同主办, 协办单位, co-hosted, cohost, co-organiser',
        ),
      ],
      note: { zh: '只参加、不主办的不填。', en: 'Empty: took part and hosted nothing.' },
      example: { zh: '主办', en: 'host' },
    }),
    country.required('country', '举办国家（地区）', 'Country or region', {
      also: '国家, 国家（地区）, 国别, 举办国, 举办地, 举办地点, country, place, venue country',
      example: { zh: '中国', en: 'China' },
    }),
    like(PARTNER, { also: '合办单位, 合办机构, 联合主办单位, 外方单位, co-host partner' }),
    PLATFORM_FIELD,
    date.required('start', '开始日期', 'Start', {
      also: '日期, 起始日期, 举办日期, 活动日期, 会议日期, 举办时间, 开始时间, date, start date, from',
      example: '2023-06-15',
    }),
    date('end', '结束日期', 'End', {
      also: '终止日期, 闭幕日期, 结束时间, end date, to',
      note: { zh: '不填为只有一天。', en: 'Empty: that one day.' },
      example: '2023-06-16',
    }),
  ],
  key: ['code'],
  span: { starts: ['start'], ends: 'end', empty: 'never', endless: 'one-day' },
  oneOf: [['title_zh', 'title_en']],
  ranges: [['start', 'end']],
  namesOn: ['first_day'],
  title: titled('title_zh|title_en|code'),
}

export const RECOGNITION: RecordType = {
  name: 'recognition',
  order: 200,
  label: { zh: '荣誉与认证', en: 'Recognition' },
  description: {
    zh: '学校、专业或办学点在国际化方面获得的一项荣誉、排名、授权或专业认证。',
    en: 'An honour, ranking, licence or accreditation that the institution, a programme or a site has for its international work.',
  },
  fields: [
    like(TITLE_ZH, {
      also: '荣誉名称, 奖项名称, 认证名称, 荣誉（认证）名称, 获奖名称, 项目名称',
      note: {
        zh: '标识这一条记录的名称：填了中文名称用中文名称，否则用英文名称。',
        en: 'The Chinese title is part of what the record is known by; where it is empty, the English one.',
      },
      example: '悉尼协议专业认证',
    }),
    like(TITLE_EN, {
      also: '荣誉英文名称, 认证英文名称, recognition, award, accreditation',
      example: 'Accreditation under the Sydney Accord',
    }),
    choice.required('kind', '类别', 'Kind', {
      also: '类型, 荣誉类别, 认证类别, 荣誉类型, type',
      choices: [
        value('honour', '荣誉', 'honour', '荣誉称号, 奖励, 表彰, 奖项, honor, award'),
        value('ranking', '排名', 'ranking', '榜单, 排行, 入选榜单, rank'),
        value('licence', '授权', 'licence', '资质, 许可, 授牌, 办学资质, 资格, license'),
        value('accreditation', '认证', 'accreditation', '专业认证, 国际认证, 国际专业认证, 质量认证, 认可'),
      ],
      example: { zh: '认证', en: 'accreditation' },
    }),
    choice.required('level', '级别', 'Level', {
      also: '荣誉级别, 认证级别, 等级, 层级, 授予级别',
      choices: [
        value('city', '市级', 'city', '地市级, 市厅级'),
        value('province', '省级', 'province', '省部级, 省（区、市）级, provincial, regional'),
        value('nation', '国家级', 'nation', '全国, 部级, national'),
        value('international', '国际级', 'international', '国际, 国际性, 世界级'),
      ],
      example: { zh: '国际级', en: 'international' },
    }),
    text.required('issuer', '授予机构', 'Issuer', {
      also: '颁发机构, 认证机构, 授予单位, 颁发单位, 发证机构, 颁奖单位, 评选机构, issued by, awarding body',
      example: { zh: '英国工程技术学会', en: 'Institution of Engineering and Technology' },
    }),
    country('country', '授予机构所在国家（地区）', 'Country or region of the issuer', {
      also: '国家, 国家（地区）, 国别, 机构所在国, country',
      example: { zh: '英国', en: 'United Kingdom' },
    }),
    date.required('awarded_on', '授予日期', 'Awarded on', {
      also: '获得日期, 获奖日期, 认证日期, 颁发日期, 授予时间, 获奖时间, 获得时间, 日期, date, date awarded',
      example: '2022-11-08',
    }),
    date('valid_to', '有效期至', 'Valid to', {
      also: '有效期止, 到期日期, 失效日期, 有效截止日期, 截止日期, valid until, expires on, expiry date',
      note: { zh: '含当日；不填为长期有效。', en: 'The last day; empty: without an end.' },
      example: '2027-11-07',
    }),
    choice('scope', '授予对象', 'Scope', {
      also: '范围, 对象, 获奖主体, 认证对象, 适用范围, 授予范围',
      choices: [
        value('college', '学校', 'college', '全校, 学院, 院校, institution'),
        value('programme', '专业', 'programme', '专业（项目）, 专业群, program'),
        value('site', '办学点', 'site', '海外办学点, 国（境）外办学点, 工坊'),
      ],
      example: { zh: '专业', en: 'programme' },
    }),
    PROGRAMME,
    SITE,
  ],
  key: ['title_zh|title_en', 'issuer', 'awarded_on', 'programme', 'site'],
  span: { starts: ['awarded_on'], ends: 'valid_to', empty: 'never', endless: 'open' },
  register: true,
  oneOf: [['title_zh', 'title_en']],
  ranges: [['awarded_on', 'valid_to']],
  title: titled('title_zh|title_en', 'issuer'),
}
