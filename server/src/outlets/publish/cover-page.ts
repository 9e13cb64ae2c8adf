import type { Words } from '@causeway/shared/words/words'
import { escapeMarkup } from '../pictures/escape-markup.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'

/** The first page of a folder: it leads on by itself to the language of the institution's country, and names both. */
export function coverPage({ name, country }: InstitutionFacts, site: Words | null): string {
  const opens = ['CN', 'HK', 'MO', 'TW'].includes(country) ? 'zh' : 'en'
  const called = site?.[opens] ?? 'Causeway'
  return `<!doctype html>
<html lang="${opens === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${opens}/index.html">
<title>${escapeMarkup(opens === 'zh' ? name.zh : name.en)} · ${escapeMarkup(called)}</title>
<link rel="stylesheet" href="assets/causeway.css">
</head>
<body>
<main>
<h1>${escapeMarkup(called)}</h1>
<p lang="zh-CN"><a href="zh/index.html">${escapeMarkup(name.zh)}：中文版</a></p>
<p lang="en"><a href="en/index.html">${escapeMarkup(name.en)}: English</a></p>
</main>
</body>
</html>
`
}
