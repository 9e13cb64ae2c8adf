import type { Words } from '@causeway/shared/words/words'

interface Cited {
  institution: string
  name: string
  code: string
  version: number
  /** The sentence of the figure, with its period, scope and date. */
  sentence: Words
  /** ISO day of the last change of the data. */
  updated: string
  /** Of the page. */
  link: string
}

/** As references are written: GB/T 7714 for an electronic resource in Chinese, name first and link last in English. */
export function citationOf({ institution, name, code, version, sentence, updated, link }: Cited): Words {
  return {
    zh: `${institution}. ${name}（${code}，定义第${version}版）[DS/OL]. (${updated}). ${link}. ${sentence.zh}`,
    en: `${institution} (${updated}). ${name} (${code}, definition version ${version}). ${link}. ${sentence.en}`,
  }
}
