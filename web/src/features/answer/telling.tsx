import { inLocale, type Words } from '@causeway/shared/words/words'
import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { useStill } from '../../still/still.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { useOrigin } from '../../ui/use-origin.ts'
import { ANSWER_WORDS } from './words.ts'

/** The figure as one passes it on: its sentence, in either language, with the link to it. */
export function Telling({ sentence, setting: { institution, year } }: { sentence: Words; setting: Setting }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const origin = useOrigin()
  const still = useStill() !== null
  const link = (lang: 'zh' | 'en') =>
    origin + address.with({ lang, institution: institution.code, year, against: null, mode: null })
  const inFull = (lang: 'ZH' | 'EN') => `${inLocale(sentence, lang)} ${link(lang === 'ZH' ? 'zh' : 'en')}`
  return (
    <section className="telling" aria-labelledby="telling">
      <h2 id="telling">{say(ANSWER_WORDS.sentence)}</h2>
      <blockquote>
        <Unbroken text={say(sentence)} />
      </blockquote>
      {!still && (
        <div className="actions">
          <CopyButton text={() => inFull('ZH')}>{say(ANSWER_WORDS.copyZh)}</CopyButton>
          <CopyButton text={() => inFull('EN')}>{say(ANSWER_WORDS.copyEn)}</CopyButton>
          <CopyButton text={() => link(locale === 'ZH' ? 'zh' : 'en')}>{say(ANSWER_WORDS.share)}</CopyButton>
          <button type="button" className="button" onClick={() => print()}>
            {say(ANSWER_WORDS.print)}
          </button>
        </div>
      )}
    </section>
  )
}
