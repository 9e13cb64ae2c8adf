import { useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../graph/fault.ts'
import { useForget } from '../../../graph/client.tsx'
import type { Refused, ImportReport, WholeReport } from '../../../graph/generated.ts'
import { useChange } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { noteBegun, readBegun, takeBegun } from './begun-import.ts'
import { readImport, type Draft } from './import-draft.ts'
import { shared } from './alike-tables.ts'
import { changeTable, settle, tablesOn } from './import-tables.ts'
import { ImportMutation, ProgressQuery } from './import-query.ts'
import { isUnplaced } from './other-edition.ts'
import { takeTerms } from './taken-moves.ts'
import { toInput } from './to-input.ts'
import { beginRun, endRun, isLooking, stopRun, type Progress } from './under-way.ts'
import { untilEnded, type AskedAlong } from './until-ended.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }

export interface ImportDesk {
  progress: Progress | null
  refused: Refused | null
  fault: Fault | null
  /** The server began anew while it brought the rows in: nobody can say here whether it did. */
  interrupted: boolean
  /** What is under way was to bring the rows in. */
  importing: boolean
  /** Name of the file of an import that was under way when the page, or this part of it, was left. */
  followed: string | null
  /** What came of it, where its file is not here any more, or another one is. */
  said: WholeReport | null
  /** Looks at the file as it now is and goes to a step. */
  check: (step: 'check' | 'preview') => Promise<void>
  /** Looks at a file, or a sheet of it, that was not looked at before. */
  checkAnew: () => Promise<void>
  bringIn: () => Promise<void>
  /** Ends a look that is under way. */
  stop: () => void
  /** The wrong rows with the reasons, as a file. */
  fetchRejects: (format: 'xlsx' | 'csv') => Promise<ImportReport | null>
  retry: () => void
}

interface Asked {
  dryRun: boolean
  figures: boolean
  rejects?: 'xlsx' | 'csv'
  /** It was asked before, and the server began anew meanwhile. */
  again?: boolean
}

interface Answered {
  report: WholeReport
  /** Those that it is of. */
  tables: readonly Draft[]
}

/** The server knows of no such import: the process that had it is gone. */
const UNKNOWN = 'UNKNOWN_IMPORT'

/**
 * Sends the file as often as it takes; whatever fails leaves what was said of it where it was. An import into `institution` that
 * was under way when the page was left is followed to its end.
 */
export function useImport(institution: string | null): ImportDesk {
  const { locale, say } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [interrupted, setInterrupted] = useState(false)
  const [importing, setImporting] = useState(false)
  const [followed, setFollowed] = useState<string | null>(null)
  const [said, setSaid] = useState<WholeReport | null>(null)
  const last = useRef<() => void>(() => {})
  // What ends later is said in the language of then.
  const spoken = useRef({ change, locale, say })
  useEffect(() => {
    spoken.current = { change, locale, say }
  }, [change, locale, say])

  /** `onRead`: called with columns and first rows where the rest takes longer. Null: nothing came of it, or it was stopped. */
  async function run(options: Asked, onRead?: (soFar: Answered) => void): Promise<Answered | null> {
    const tables = tablesOn(readImport())
    const [draft, ...more] = tables
    if (!draft) return null
    const { choice } = draft
    const asked = {
      look: onRead !== undefined,
      text: options.rejects === 'csv',
      workbook: options.rejects === 'xlsx',
    }
    setRefused(null)
    setFault(null)
    setInterrupted(false)
    setSaid(null)
    const looking = options.dryRun ? beginRun() : null
    const isStopped = () => looking?.signal.aborted === true
    setProgress({ phase: 'sending', share: 0, rows: 0 })
    const onSent = (share: number) =>
      setProgress({ phase: share < 1 ? 'sending' : 'reading', share: share < 1 ? share : null, rows: 0 })
    const input = toInput(draft, options, more)
    const sent = await change(
      ImportMutation,
      { input, ...asked, locale },
      { onSent, ...(looking && { signal: looking.signal }) },
    )
    const first = sent.data?.importRecords ?? null
    const id = first?.__typename === 'ImportUnderWay' ? first.id : null
    if (id !== null) looking?.known(id)
    const begun = options.dryRun ? null : id
    if (begun !== null) noteBegun({ id: begun, fileName: namesOf(tables), institution: draft.institution, choice })
    const { answer, failed } = await untilEnded(first, sent.fault, asked, {
      ...{ ask, isStopped, onProgress: setProgress },
      onRead: onRead && ((report) => onRead({ report, tables })),
    })
    if (isStopped()) {
      // What came in its place has the say; where nothing did, nobody is held up any longer.
      if (!isLooking()) setProgress(null)
      return null
    }
    setProgress(null)
    const here = readImport().draft
    if (here?.choice !== choice && (here || begun !== null || options.dryRun)) {
      // Anyone who comes back to its college is said; what was only looked at nobody wants any more.
      if (answer?.__typename === 'ImportReport' && answer.batch) forget()
      return null
    }
    // It was followed to its end meanwhile.
    if (begun !== null && !failed && !takeBegun(begun)) return null
    if (answer?.__typename === 'Refused' && answer.code === UNKNOWN) {
      // What only looks is sent anew; what changes something is not done twice behind anybody's back.
      if (options.dryRun && !options.again) return run({ ...options, again: true }, onRead)
      setInterrupted(!options.dryRun)
      if (!options.dryRun) return null
    }
    if (failed?.kind === 'unreachable' && !(await areReadable(tables)))
      setFault({
        ...failed,
        ...{ kind: 'question', code: 'FILE_CHANGED', message: spoken.current.say(IMPORT_WORDS.unreadable) },
      })
    else if (failed || !answer) setFault(failed ?? { kind: 'unreachable', code: null, message: null, requestId: null })
    else if (answer.__typename === 'Refused') setRefused(answer)
    else if (answer.__typename === 'ImportReport') return { report: answer, tables }
    if (options.dryRun) endRun()
    return null
  }

  /** In the language of then. */
  const ask = (id: string, asked: AskedAlong) => {
    const { change, locale } = spoken.current
    return change(ProgressQuery, { id, ...asked, locale })
  }

  async function follow(): Promise<void> {
    const begun = readBegun(institution)
    if (begun === null) return
    last.current = () => {
      noteBegun(begun)
      void follow()
    }
    setFault(null)
    setImporting(true)
    setFollowed(begun.fileName)
    const underWay = { __typename: 'ImportUnderWay', id: begun.id, rowsRead: 0, bytesRead: 0, bytes: 0 } as const
    const asked = { look: false, text: false, workbook: false }
    const { answer, failed } = await untilEnded(underWay, null, asked, { ask, onProgress: setProgress })
    setProgress(null)
    setImporting(false)
    setFollowed(null)
    if (failed) return setFault(failed)
    if (!takeBegun(begun.id)) return
    if (answer?.__typename === 'Refused') return setRefused(answer)
    if (answer?.__typename !== 'ImportReport') return
    // With its file is gone what could be corrected; another file is not corrected by what was found in this one.
    const state = readImport()
    const isOther = state.draft ? state.draft.choice !== begun.choice : answer.refused
    if (isOther) setSaid(answer)
    else settle(answer.refused ? 'check' : 'done', answer, tablesOn(state), begun.institution)
    if (answer.batch) forget()
  }

  // Anyone who comes back asks once.
  const isFollowing = useRef(false)
  useEffect(() => {
    if (isFollowing.current) return
    isFollowing.current = true
    void follow()
  })

  async function check(step: 'check' | 'preview', onRead?: () => void): Promise<WholeReport | null> {
    last.current = () => void check(step)
    const before = readImport()
    for (const table of tablesOn(before)) {
      const report = before.reports.get(table.id)
      const written = report && takeTerms(table, report, say({ zh: '；', en: '; ' }))
      if (written?.terms) changeTable(table.id, written)
    }
    for (const [id, change] of shared(readImport())) changeTable(id, change)
    const shown = ({ report, tables }: Answered) => {
      settle('check', report, tables, institution, false)
      onRead?.()
    }
    const found = await run({ dryRun: true, figures: step === 'preview' }, step === 'check' ? shown : undefined)
    if (!found) return null
    if (found.tables.some(isUnplaced)) {
      settle('check', found.report, found.tables, institution)
      // With its columns what was said of them, and of rows, can be said again.
      if (!tablesOn(readImport()).some(isUnplaced)) return check(step, onRead)
    }
    settle(found.report.refused ? 'check' : step, found.report, found.tables, institution)
    endRun()
    return found.report
  }

  async function checkAnew(): Promise<void> {
    const report = await check('check', () => isToBeReadOtherwise() && void check('check'))
    if (report && isToBeReadOtherwise()) await check('check')
  }

  /** Whether what was found out says that it is to be asked of others, or of one unit, which the drafts then say. */
  function isToBeReadOtherwise(): boolean {
    const state = readImport()
    const { draft, aside, reports } = state
    // A register that was recognised is asked for again, as one of every institution.
    if (aside.length === 0 && draft?.typeFound && draft.type === 'institution' && draft.everywhere && draft.institution)
      return true
    const isOfUnit = ({ id }: Draft) => reports.get(id)?.columns.some(({ field }) => field?.name === 'unit')
    const lacking = tablesOn(state).filter((table) => table.forUnit !== null && !isOfUnit(table))
    // Who came here for one unit brings that unit's rows.
    for (const { id, constants, forUnit } of lacking) changeTable(id, { constants: { ...constants, unit: forUnit! } })
    return lacking.length > 0
  }

  async function bringIn(): Promise<void> {
    last.current = () => void bringIn()
    setImporting(true)
    const found = await run({ dryRun: false, figures: true })
    setImporting(false)
    if (!found) return
    settle(found.report.refused ? 'check' : 'done', found.report, found.tables, institution)
    if (found.report.batch) forget()
  }

  return {
    progress,
    refused,
    fault,
    interrupted,
    importing,
    followed,
    said,
    check: async (step) => void (await check(step)),
    checkAnew,
    bringIn,
    stop: () => {
      stopRun()
      setProgress(null)
    },
    fetchRejects: async (format) => {
      last.current = () => {}
      const found = await run({ dryRun: true, figures: false, rejects: format })
      if (found) endRun()
      return found?.report ?? null
    },
    retry: () => last.current(),
  }
}

async function areReadable(tables: readonly Draft[]): Promise<boolean> {
  return (await Promise.all(tables.map(({ file }) => isReadable(file)))).every(Boolean)
}

/** The names of the files of an import. */
export function namesOf(tables: readonly Draft[]): string {
  const [first, ...others] = new Set(tables.map(({ file }) => file.name))
  return others.length > 0 ? `${first} +${others.length}` : (first ?? '')
}

/** Whether a file can still be sent: a browser gives no byte of one that was changed or removed after it was chosen. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}
