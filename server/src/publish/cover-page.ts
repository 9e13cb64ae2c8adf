import type { InstitutionFacts } from '../records/institutions.ts'

/** The first page of a folder: it leads on by itself to the language of the institution's country, and names both. */
export function coverPage({ name, country }: InstitutionFacts): string {
  const opens = ['CN', 'HK', 'MO', 'TW'].includes(country) ? 'zh' : 'en'
  return `<!doctype html>
<html lang="${opens === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${opens}/index.html">
<title>${escaped(opens === 'zh' ? name.zh : name.en)} · Causeway</title>
<link rel="stylesheet" href="assets/causeway.css">
</head>
<body>
<main>
<h1>Causeway</h1>
<p lang="zh-CN"><a href="zh/index.html">${escaped(name.zh)}：中文版</a></p>
<p lang="en"><a href="en/index.html">${escaped(name.en)}: English</a></p>
</main>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
