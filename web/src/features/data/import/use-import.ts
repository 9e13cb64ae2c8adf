import { useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../graph/fault.ts'
import { useForget } from '../../../graph/client.tsx'
import type { Refused, ImportReport, WholeReport } from '../../../graph/generated.ts'
import { useChange } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { noteBegun, readBegun, takeBegun } from './begun-import.ts'
import { readImport, type Draft } from './import-draft.ts'
import { changeTable, settle, tablesOn } from './import-tables.ts'
import { ImportMutation, ProgressQuery, type ImportAnswer } from './import-query.ts'
import { toInput } from './to-input.ts'

/** How far a file has come. */
export interface Progress {
  phase: 'sending' | 'reading'
  /** 0 to 1; null: not known. */
  share: number | null
  rows: number
  /** The server cannot be reached, and is asked again. */
  isLost?: boolean
}

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
  said: ImportReport | null
  /** Looks at the file as it now is and goes to a step. */
  check: (step: 'check' | 'preview') => Promise<void>
  /** Looks at a file, or a sheet of it, that was not looked at before. */
  checkAnew: () => Promise<void>
  bringIn: () => Promise<void>
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
const POLL_MS = 1000
/** How often in a row it may not be reached: a server that begins anew on a busy machine needs its time. */
const MOST_LOST = 60

/**
 * Sends the file as often as it takes; whatever fails leaves what was said of it where it was. An import into `institution` that
 * was under way when the page was left is followed to its end.
 */
export function useImport(institution: string | null): ImportDesk {
  const { locale } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [interrupted, setInterrupted] = useState(false)
  const [importing, setImporting] = useState(false)
  const [followed, setFollowed] = useState<string | null>(null)
  const [said, setSaid] = useState<ImportReport | null>(null)
  const last = useRef<() => void>(() => {})
  // What ends later is said in the language of then.
  const spoken = useRef({ change, locale })
  useEffect(() => {
    spoken.current = { change, locale }
  }, [change, locale])

  async function run(options: Asked): Promise<Answered | null> {
    const tables = tablesOn(readImport())
    const [draft, ...more] = tables
    if (!draft) return null
    const { choice } = draft
    const rejects = { text: options.rejects === 'csv', workbook: options.rejects === 'xlsx' }
    setRefused(null)
    setFault(null)
    setInterrupted(false)
    setSaid(null)
    setProgress({ phase: 'sending', share: 0, rows: 0 })
    const onSent = (share: number) =>
      setProgress({ phase: share < 1 ? 'sending' : 'reading', share: share < 1 ? share : null, rows: 0 })
    const sent = await change(ImportMutation, { input: toInput(draft, options, more), ...rejects, locale }, { onSent })
    const first = sent.data?.importRecords ?? null
    const begun = first?.__typename === 'ImportUnderWay' && !options.dryRun ? first.id : null
    if (begun !== null) noteBegun({ id: begun, fileName: namesOf(tables), institution: draft.institution, choice })
    const { answer, failed } = await untilEnded(first, sent.fault, rejects)
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
      if (options.dryRun && !options.again) return run({ ...options, again: true })
      setInterrupted(!options.dryRun)
      if (!options.dryRun) return null
    }
    if (failed || !answer) setFault(failed ?? { kind: 'unreachable', code: null, message: null, requestId: null })
    else if (answer.__typename === 'Refused') setRefused(answer)
    else if (answer.__typename === 'ImportReport') return { report: answer, tables }
    return null
  }

  /** Asks how far an import is until something came of it. */
  async function untilEnded(
    first: ImportAnswer | null,
    fault: Fault | null,
    rejects: { text: boolean; workbook: boolean },
  ) {
    let [answer, failed, lost] = [first, fault, 0]
    while (!failed && answer?.__typename === 'ImportUnderWay') {
      const { id, rowsRead, bytesRead, bytes } = answer
      const share = bytes > 0 ? bytesRead / bytes : null
      setProgress({ phase: 'reading', share, rows: rowsRead, isLost: lost > 0 })
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      const { change, locale } = spoken.current
      const asked = await change(ProgressQuery, { id, ...rejects, locale })
      lost = asked.fault?.kind === 'unreachable' ? lost + 1 : 0
      // The server goes on without us: a connection that is back soon costs nothing.
      if (lost > 0 && lost < MOST_LOST) continue
      failed = asked.fault
      // Asked once more, the same would be answered.
      if (failed && failed.kind !== 'unreachable' && failed.kind !== 'sign-in') takeBegun(id)
      answer = asked.data?.importProgress ?? null
    }
    setProgress(null)
    return { answer, failed }
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
    const { answer, failed } = await untilEnded(underWay, null, { text: false, workbook: false })
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

  async function check(step: 'check' | 'preview'): Promise<WholeReport | null> {
    last.current = () => void check(step)
    const found = await run({ dryRun: true, figures: step === 'preview' })
    if (found) settle(found.report.refused ? 'check' : step, found.report, found.tables, institution)
    return found?.report ?? null
  }

  async function checkAnew(): Promise<void> {
    if (!(await check('check'))) return
    const { draft, aside, reports } = readImport()
    // A register that was recognised is asked for again, as one of every institution.
    if (aside.length === 0 && draft?.typeFound && draft.type === 'institution' && draft.everywhere && draft.institution)
      return void (await check('check'))
    const isOfUnit = ({ id }: Draft) => reports.get(id)?.columns.some(({ field }) => field?.name === 'unit')
    const lacking = tablesOn(readImport()).filter((table) => table.forUnit !== null && !isOfUnit(table))
    // Who came here for one unit brings that unit's rows.
    for (const { id, constants, forUnit } of lacking) changeTable(id, { constants: { ...constants, unit: forUnit! } })
    if (lacking.length > 0) await check('check')
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
    fetchRejects: (format) => {
      last.current = () => {}
      return run({ dryRun: true, figures: false, rejects: format }).then((found) => found?.report ?? null)
    },
    retry: () => last.current(),
  }
}

/** The names of the files of an import. */
export function namesOf(tables: readonly Draft[]): string {
  const [first, ...others] = new Set(tables.map(({ file }) => file.name))
  return others.length > 0 ? `${first} +${others.length}` : (first ?? '')
}
