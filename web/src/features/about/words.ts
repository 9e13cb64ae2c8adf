import type { Words } from '@causeway/shared/words/words'

export const ABOUT_WORDS = {
  title: { zh: '关于本站', en: 'About this site' },
  lead: {
    zh: '这里的每个指标值都由学校的台账记录统计得出，口径只有一套，任何一个数都能查到它是怎么来的。',
    en: 'Every figure here is counted from the records of the college, by one definition, and each can be followed to where it comes from.',
  },
  who: { zh: '由谁负责', en: 'Who runs it' },
  runBy: { zh: '负责单位', en: 'Run by' },
  college: { zh: '院校', en: 'Institution' },
  email: { zh: '电子邮件', en: 'E-mail' },
  phone: { zh: '电话', en: 'Telephone' },
  url: { zh: '网址', en: 'Web' },
  address: { zh: '地址', en: 'Address' },
  noContact: {
    zh: '尚未填写联系方式；有疑问请与学校国际交流部门联系。',
    en: 'No contact has been given yet: turn to the international office of the college.',
  },
  demonstration: {
    zh: '这所院校是演示用的，全部记录均为虚构。',
    en: 'This college is a demonstration: every record of it is invented.',
  },
  date: { zh: '数据截至哪一天', en: 'Date of the data' },
  dataDate: { zh: '台账数据截至', en: 'Records up to' },
  noData: { zh: '还没有台账记录', en: 'No records yet' },
  schoolYear: { zh: '学年起始日', en: 'School years begin on' },
  dateText: {
    zh: '各页默认显示这一天之前最后一个完整且已报齐的学年（上一年度有记录的台账，五类中至少四类已报），按所填报的年度称呼，如“2024年度年报（2023—2024学年）”。没有报齐的学年会写明报了多少，还没结束的学年标明“数据未完整”。',
    en: 'Pages open on the last school year that was complete on that day and is reported (at least four in five kinds of record that the year before had), named by the report it is filed in, as “2024 annual report (2023/24)”. A year that is less reported says how much of it is; one that is not over is marked “not complete”.',
  },
  software: { zh: '软件与许可', en: 'Software and licence' },
  version: { zh: '版本', en: 'Version' },
  licence: { zh: '许可', en: 'Licence' },
} satisfies Record<string, Words>

interface Passage {
  id: string
  title: Words
  paragraphs: Words[]
}

/** How figures are made, what is hidden, what is kept of persons, for whom the site was made usable. */
export const PASSAGES = {
  made: {
    id: 'made',
    title: { zh: '指标值怎么来的', en: 'How figures are made' },
    paragraphs: [
      {
        zh: '一个指标只有一个定义：统计什么、按什么时段、哪些国家（地区）算国外，写在一处，网页、报表、Word 报告和数据接口都用同一个数。定义变了就升一个版本，旧版本仍可查。',
        en: 'An indicator has one definition: what is counted, over which period, which countries count as foreign. Page, official tables, Word reports and data interface all take the same number. When a definition changes it becomes a new version, and the one before can still be asked for.',
      },
      {
        zh: '数值由台账逐条统计，不手工改数。登录的有权限人员可以从任何一个数查到具体的台账记录，以及它来自哪个文件的哪一行。台账改动后，指标值随之重新统计。',
        en: 'Figures are counted from single records and never changed by hand. Anyone who has the right follows a figure to its records, and to the file and row each came from. When records change, figures are counted anew.',
      },
      {
        zh: '零和“未填报”是两回事：只有确有台账、或有部门签认的零报告时才显示 0；什么都没有报，就写“未填报”。',
        en: 'Zero is not “no records”: 0 is only where records, or a signed statement that there was nothing, speak for the period. Where nothing was reported, the page says so.',
      },
      {
        zh: '“人”是每人只计一次，“人次”是参加一次计一次，“人日”是人数乘以天数，三者从不相加。“国外”不含中国香港、中国澳门、中国台湾，“国（境）外”包含。',
        en: '“People” counts each person once, “participations” each time somebody took part, “person-days” people times days; the three are never added up. “Abroad” leaves out Hong Kong, Macao and Taiwan unless it says that they are in it.',
      },
    ],
  },
  hidden: {
    id: 'hidden',
    title: { zh: '哪些数不公开，为什么', en: 'What is hidden, and why' },
    paragraphs: [
      {
        zh: '人数很少的数可能让人认出是谁。因此对外公开时，1 至 4 人的数，以及不足 10 人的比率和平均值，不予公开；能由其他数推算出来的，也一并不公开。处处一致：网页、图、下载文件和数据接口用同一套规则。',
        en: 'A number about very few people can tell who they are. So the public does not see counts of 1 to 4 people, nor rates and means over fewer than 10, nor any number from which one of these could be worked out. It is the same everywhere: pages, charts, files and data interface.',
      },
      {
        zh: '依规公布的官方报表，自公布之日起全部显示精确数值。校内有权限的人员登录后看到的是精确版。',
        en: 'An official table that was published as the law demands shows its exact figures from that day on. Staff of the college who have the right see exact figures after signing in.',
      },
    ],
  },
  symbols: { id: 'symbols', title: { zh: '符号说明', en: 'Symbols' }, paragraphs: [] },
  accessibility: {
    id: 'accessibility',
    title: { zh: '无障碍声明', en: 'Accessibility statement' },
    paragraphs: [
      {
        zh: '本站按《网页内容无障碍指南》（WCAG）2.2 的 AA 级建设。全部功能都可只用键盘操作；图可用方向键逐点读取，并配有一句话概括和同样内容的表格；不单靠颜色区分；触控目标不小于 44 像素；390 至 1600 像素宽的屏幕都不需要左右滚动。',
        en: 'The site is built to level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. Everything works by keyboard alone; charts are read point by point with the arrow keys and have a summary sentence and a table of the same figures; nothing is said by colour alone; touch targets are at least 44 pixels; screens from 390 to 1,600 pixels need no sideways scrolling.',
      },
      {
        zh: '怎么检验的：软件的每个版本都在 Chromium 浏览器中自动检查各页，中英文、浅色深色各一遍（axe，要求零违规），并自动测试键盘操作、屏幕宽度、触控尺寸和打印。',
        en: 'How it is tested: each version of the software is checked page by page in the browser Chromium, in both languages, light and dark (axe, no violation allowed), with automatic tests of keyboard use, widths, touch sizes and print.',
      },
      {
        zh: '尚未做到的：还没有请残障人士试用，也没有逐一用各种读屏软件测试；GraphQL 查询台是第三方组件，只做了部分检查；宽表格在手机上须在表格内左右滑动。遇到障碍请告诉我们，我们会另行提供所需内容。',
        en: 'What is not done: it has not been tried by people with disabilities, nor with each screen reader; the GraphQL playground comes from elsewhere and was checked in part; wide tables scroll inside themselves on a phone. If something is in your way, tell us, and we will give you what you need in another form.',
      },
    ],
  },
  privacy: {
    id: 'privacy',
    title: { zh: '个人信息', en: 'Personal data' },
    paragraphs: [
      {
        zh: '学生、教师和培训学员的姓名不进数据库；学号、工号、证件号在导入时当即用学校自己保管的密钥换成散列值，只能用来判断两条记录是不是同一个人，不能还原。',
        en: 'Names of students, teachers and trainees are not kept. Student, staff and identity numbers are replaced on import by a hash made with a key that the college keeps: it tells that two records are of one person, and cannot be turned back.',
      },
      {
        zh: '填报人、签认人等经办人按所填内容保存，佐证材料按原件保存，都只有校内有权限的人员登录后才能看到。',
        en: 'Who filled in or signed something is kept as written, and evidence as it was handed in; both are seen only by staff of the college who have the right and sign in.',
      },
      {
        zh: '浏览本站不需要登录，也不做跟踪。只有登录时才保存一个登录凭据（Cookie），脚本读不到。页面不向其他网站请求任何内容。运行日志只记访问的路径、时间和结果，不记访问者的网络地址。',
        en: 'Reading needs no sign-in, and nobody is tracked. Only signing in keeps a cookie with the access, which no script can read. Pages ask nothing of other sites. The log holds path, time and outcome of requests, and not the network address of who asked.',
      },
    ],
  },
} satisfies Record<string, Passage>
