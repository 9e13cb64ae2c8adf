import { writeBlocPage, writeScalePage } from './reference-pages.ts'
import { writeDataDictionary } from './data-dictionary.ts'
import { formPage } from './form-page.ts'
import { indicatorCataloguePage } from './indicator-catalogue.ts'
import { reportTagsPage } from './report-tags.ts'
import { RIGHTS, ROLE_WORDS, ROLES } from '@causeway/shared/rights'
import type { Words } from '@causeway/shared/words/words'
import { FILE_CODES, ROW_CODES, WARNING_CODES } from '../../records/import/ground/problem-codes.ts'
import { RECORD_WARNING_CODES } from '../../records/warning.ts'
import { markdownTable, toPage } from './markdown.ts'
import { SETTINGS } from '../../ground/settings.ts'

/** Every generated page: its name in server/docs, and what makes it. A test compares the committed files with these. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'data-dictionary.zh.md': () => writeDataDictionary('zh'),
  'data-dictionary.en.md': () => writeDataDictionary('en'),
  'indicators.zh.md': () => indicatorCataloguePage('ZH'),
  'indicators.en.md': () => indicatorCataloguePage('EN'),
  'forms.zh.md': () => formPage('ZH'),
  'forms.en.md': () => formPage('EN'),
  'report-tags.zh.md': () => reportTagsPage('zh'),
  'report-tags.en.md': () => reportTagsPage('en'),
  'rights.zh.md': () => rightsPage('zh'),
  'rights.en.md': () => rightsPage('en'),
  'settings.zh.md': () => settingsPage('zh'),
  'settings.en.md': () => settingsPage('en'),
  'blocs.md': writeBlocPage,
  'scales.md': writeScalePage,
  'import-codes.md': writeImportCodes,
}

const PARTS: { title: Words; codes: Record<string, Words> }[] = [
  { title: { zh: '整份文件被拒收', en: 'The whole file is refused' }, codes: FILE_CODES },
  { title: { zh: '该行有误', en: 'A row is wrong' }, codes: ROW_CODES },
  {
    title: { zh: '提醒，不拒收', en: 'Warnings, which refuse nothing' },
    codes: { ...WARNING_CODES, ...RECORD_WARNING_CODES },
  },
]

/** What an import may say, by its stable codes. */
function writeImportCodes(): string {
  const lines = [
    '# 导入时的代码 / Codes of an import',
    '',
    '`causeway import --json` 中的 `code`，一经发布不再更改。每处问题都附中英文说明、所在行列和改正办法。',
    '',
    'The `code` in `causeway import --json`. Once shipped it never changes. Every problem comes with its row, its column and a sentence in both languages that says how to correct it.',
    '',
    '_本页由代码生成（`npm run docs`） / This page is made from the code (`npm run docs`)._',
  ]
  for (const { title, codes } of PARTS) {
    const rows = Object.entries(codes).map(([code, { zh, en }]) => [`\`${code}\``, zh, en])
    lines.push('', `## ${title.zh} / ${title.en}`, '', ...markdownTable(['code', '含义', 'meaning'], rows))
  }
  return toPage(lines)
}

const RIGHTS_TEXTS: Record<'title' | 'about' | 'made' | 'right', Words> = {
  title: { zh: '角色与权限', en: 'Roles and rights' },
  about: {
    zh: '令牌属于一种角色，只对一所院校有效，或对全部院校有效。对其他院校，持有人与公众一样，只能看到公开的内容。命令行在本机上具有全部权限。',
    en: 'A token has one role, for one institution or for every one. Of other institutions its bearer sees what the public sees. The command line on the machine itself may do all.',
  },
  made: {
    zh: '本页由 `shared/src/rights.json` 生成（`npm run generate`）。',
    en: 'This page is made from `shared/src/rights.json` (`npm run generate`).',
  },
  right: { zh: '权限', en: 'may' },
}

/** Who may do what. */
function rightsPage(locale: keyof Words): string {
  const roles = ROLES.map((role) => (locale === 'zh' ? `${ROLE_WORDS[role].zh} \`${role}\`` : `\`${role}\``))
  const rows = Object.values(RIGHTS).map((right) => [
    right[locale],
    ...ROLES.map((role) => (right.of.includes(role) ? '✓' : '')),
  ])
  return toPage([
    `# ${RIGHTS_TEXTS.title[locale]}`,
    '',
    RIGHTS_TEXTS.about[locale],
    '',
    ...markdownTable([RIGHTS_TEXTS.right[locale], ...roles], rows),
    '',
    `_${RIGHTS_TEXTS.made[locale]}_`,
  ])
}

const TITLE: Words = { zh: '设置', en: 'Settings' }
const ABOUT: Words = {
  zh: '设置是环境变量，都可以不设。写错的会使启动停止，并逐一指出。',
  en: 'Settings are environment variables; none has to be set. A wrong one stops the start, and every problem is named.',
}
const MADE: Words = {
  zh: '本页由 `server/src/ground/settings.ts` 生成（`npm run generate`）。',
  en: 'This page is made from `server/src/ground/settings.ts` (`npm run generate`).',
}
const HEADS: Record<keyof Words, string[]> = { zh: ['设置', '默认', '含义'], en: ['setting', 'standard', 'means'] }

/** Every setting, as it is declared. */
function settingsPage(locale: keyof Words): string {
  const rows = SETTINGS.map(({ name, standard, words }) => [
    `\`${name}\``,
    standard && `\`${standard}\``,
    words[locale],
  ])
  const lines = [
    `# ${TITLE[locale]}`,
    '',
    ABOUT[locale],
    '',
    ...markdownTable(HEADS[locale], rows),
    '',
    `_${MADE[locale]}_`,
  ]
  return toPage(lines)
}
