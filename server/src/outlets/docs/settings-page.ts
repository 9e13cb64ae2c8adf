import type { Words } from '@causeway/shared/words/words'
import { SETTINGS } from '../../ground/settings.ts'
import { markdownTable } from './markdown-table.ts'

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
export function settingsPage(locale: keyof Words): string {
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
  return `${lines.join('\n')}\n`
}
