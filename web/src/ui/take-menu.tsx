import type { Words } from '@causeway/shared/words/words'
import { embeddedAddress, embeddingCode, fileAddress, type FileFormat, type TakenView } from '../address/taken-view.ts'
import { useLanguage } from '../language/language.tsx'
import { CopyButton, useOrigin } from './copy-button.tsx'

const FILES: Record<FileFormat, Words> = {
  png: { zh: '图片（PNG）', en: 'Picture (PNG)' },
  svg: { zh: '矢量图（SVG）', en: 'Drawing (SVG)' },
  xlsx: { zh: 'Excel', en: 'Excel' },
  csv: { zh: 'CSV', en: 'CSV' },
  json: { zh: 'JSON', en: 'JSON' },
}
const WORDS = {
  code: { zh: '复制嵌入代码', en: 'Copy the code to embed it' },
  picture: { zh: '复制图片地址', en: 'Copy the address of the picture' },
  closed: {
    zh: '这些地址只对能查看本校数据的人开放；程序访问时须带访问令牌。',
    en: 'These addresses answer those who may read this college; a program sends an access token.',
  },
} satisfies Record<string, Words>

/** The files of a view, and what to put into another page. */
export function TakeMenu({ view, title }: { view: TakenView; title: string }) {
  const { locale, say } = useLanguage()
  const origin = useOrigin()
  const lang = locale === 'ZH' ? 'zh' : 'en'
  const file = `${view.name}-${String(view.query['institution'] ?? '')}-${lang}`
  return (
    <div className="take-menu stack-tight">
      <ul>
        {(Object.keys(FILES) as FileFormat[]).map((format) => (
          <li key={format}>
            <a className="button" href={fileAddress(view, format, lang)} download={`${file}.${format}`}>
              {say(FILES[format])}
            </a>
          </li>
        ))}
      </ul>
      {view.closed ? (
        <p className="cap">{say(WORDS.closed)}</p>
      ) : (
        <div className="take-copies">
          <CopyButton text={() => embeddingCode(origin + embeddedAddress(view, lang), title)}>
            {say(WORDS.code)}
          </CopyButton>
          <CopyButton text={() => origin + fileAddress(view, 'png', lang)}>{say(WORDS.picture)}</CopyButton>
        </div>
      )}
    </div>
  )
}
