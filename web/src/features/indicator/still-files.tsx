import type { FileFormat } from '../../address/taken-view.ts'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { seriesAddress, type Asked } from './take.ts'
import { TAKE_WORDS } from './take-words.ts'
import '../../styles/take.css'

/** The files of the series that stand beside the page in a folder. */
export function StillFiles({ asked }: { asked: Asked }) {
  const { say } = useLanguage()
  const still = useStill()
  // A picture of every breakdown would be nine tenths of the folder.
  const formats: readonly FileFormat[] = asked.by ? ['csv', 'json'] : ['csv', 'json', 'png']
  const files = formats.flatMap((format) => {
    const href = still?.link(seriesAddress(asked, format))
    return href ? [{ format, href }] : []
  })
  if (files.length === 0) return null
  return (
    <div className="take">
      <section className="card" aria-labelledby="take">
        <h3 id="take">{say(TAKE_WORDS.files)}</h3>
        <div className="actions">
          {files.map(({ format, href }) => (
            <a key={format} className="button" href={href}>
              {say(TAKE_WORDS[format])}
            </a>
          ))}
        </div>
        {asked.by && <p className="cap">{say(TAKE_WORDS.everyYear)}</p>}
      </section>
    </div>
  )
}
