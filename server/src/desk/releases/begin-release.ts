import { setTimeout as pause } from 'node:timers/promises'
import { requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Release } from '../../figures/releases/release.ts'
import type { Database } from '../../ground/database/database.ts'
import { kept } from '../../ground/kept.ts'
import { once } from '../../ground/once.ts'
import { withProgress } from '../progress.ts'
import { createRelease, type NewRelease } from './make-release.ts'

/** So long somebody who asks for a release waits for it: an answer may take no more than half a minute. */
const PATIENCE_MS = 20_000
/** So long it is known what came of one. */
const KEPT_MS = 15 * 60_000

/** A release that takes longer than was waited for. */
export interface ReleaseUnderWay {
  name: string
  /** ISO date-time */
  startedAt: string
}

interface Making extends ReleaseUnderWay {
  made: Promise<Release>
}

const makingOf = once((_database: Database) => new Map<string, Making>())

/**
 * Makes a release, which goes on when nobody waits for it any longer. Who asks for the same again waits for the same, and is said what
 * came of it.
 * @param asked with the name by which `progressOf` says how far it is
 * @throws QuestionError those of `createRelease`
 */
export async function beginRelease(
  causeway: Causeway,
  viewer: Viewer,
  { progress = null, ...asked }: NewRelease & { progress?: string | null },
  patienceMs = PATIENCE_MS,
): Promise<Release | ReleaseUnderWay> {
  requireRight(viewer, 'releases', asked.institution)
  const all = makingOf(causeway.database)
  const key = JSON.stringify([viewer.token, asked])
  const making = kept(all, key, (): Making => {
    const made = withProgress(causeway, viewer, progress, () => createRelease(causeway, viewer, asked))
    const forget = () => void setTimeout(() => all.delete(key), KEPT_MS).unref()
    made.then(forget, forget)
    return { name: asked.name, startedAt: new Date().toISOString(), made }
  })
  const { made, ...underWay } = making
  const ended = await Promise.race([
    made.then(
      () => true,
      () => true,
    ),
    pause(patienceMs, false, { ref: false }),
  ])
  if (!ended) return underWay
  all.delete(key)
  return made
}
