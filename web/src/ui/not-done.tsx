import { Link } from '../address/address.tsx'
import type { Fault } from '../graph/fault.ts'
import type { Refused } from '../graph/generated.ts'
import { useLanguage } from '../language/language.tsx'
import { FaultState } from './states.tsx'
import UI_WORDS from './words.json' with { type: 'json' }
import type { Words } from '@causeway/shared/words/words'
import { spoken } from '../language/words.ts'
import { Button } from './button.tsx'

/** Why a change was not made: what the server refused and what is in the way, or what failed on the way there. */
export function NotDone({
  refused,
  fault,
  retry,
}: {
  refused: Refused | null
  fault: Fault | null
  retry: () => void
}) {
  const { say, formatMoment } = useLanguage()
  if (fault && fault.kind !== 'question') return <FaultState fault={fault} retry={retry} />
  // What is refused before anybody reads it, as a file that is too large, is no question of figures.
  if (fault)
    return (
      <div className="refusal stack-tight" role="alert">
        <p className="problem">{fault.message}</p>
        {fault.requestId && (
          <p className="actions">
            <Button onClick={retry}>{say(UI_WORDS.retry)}</Button>
          </p>
        )}
      </div>
    )
  if (!refused) return null
  return (
    <div className="refusal stack-tight" role="alert">
      <p className="problem">{refused.message}</p>
      {refused.problems.length > 0 && (
        <ul className="lines">
          {refused.problems.map(({ field, code, message }) => (
            <li key={`${field} ${code} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {refused.batches.length > 0 && (
        <>
          <p>{say({ zh: '请先按此顺序撤回：', en: 'Take these back first, in this order:' })}</p>
          <ol className="in-the-way">
            {refused.batches.map((batch) => (
              <li key={batch.id}>
                <Link to={{ page: 'data' }} view={{ tab: 'batches', search: batch.id }}>
                  {say(batchTitle(batch))}
                </Link>{' '}
                <span className="quiet">
                  {batch.recordType?.label} {formatMoment(batch.createdAt)} <code>{batch.batch}</code>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {refused.records.length > 0 && (
        <>
          <p>{say({ zh: '以下记录仍引用它：', en: 'These records still point to it:' })}</p>
          <ul className="in-the-way">
            {refused.records.map((record) => (
              <li key={record.id}>
                <Link to={{ page: 'record', id: record.id }}>{record.label}</Link>{' '}
                <span className="quiet">{record.type.label}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Who brought it or took it back, by name or else by token; null: the command line. */
export function madeByWords(by: { token: string; name: string | null } | null): Words {
  if (by === null) return { zh: '命令行', en: 'the command line' }
  return by.name !== null ? spoken(by.name) : { zh: `令牌 ${by.token}`, en: `token ${by.token}` }
}

/** What a batch without a file did, by what is in the place of the file's name. */
const BY_HAND: Record<string, Words> = UI_WORDS.byHand

/** The name of its file, or what it did where it had none. */
export function batchTitle({ fileName, byHand }: { fileName: string; byHand: boolean }): Words {
  return (byHand && BY_HAND[fileName]) || spoken(fileName)
}
