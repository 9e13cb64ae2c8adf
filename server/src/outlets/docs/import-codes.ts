import type { Words } from '@causeway/shared/words/words'
import { FILE_CODES, ROW_CODES, WARNING_CODES } from '../../records/import/problem-codes.ts'
import { RECORD_WARNING_CODES } from '../../records/warnings.ts'
import { markdownTable } from './markdown-table.ts'

const PARTS: { title: Words; codes: Record<string, Words> }[] = [
  { title: { zh: '整份文件被拒收', en: 'The whole file is refused' }, codes: FILE_CODES },
  { title: { zh: '该行有误', en: 'A row is wrong' }, codes: ROW_CODES },
  {
    title: { zh: '提醒，不拒收', en: 'Warnings, which refuse nothing' },
    codes: { ...WARNING_CODES, ...RECORD_WARNING_CODES },
  },
]

/** What an import may say, by its stable codes. */
export function writeImportCodes(): string {
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
  return `${lines.join('\n')}\n`
}
