import { useState } from 'react'
import { useForget } from '../../../graph/client.tsx'
import type { Fault } from '../../../graph/fault.ts'
import type { ImportReport, Refused } from '../../../graph/generated.ts'
import { useChange } from '../../../graph/send-change.ts'
import { useLanguage } from '../../../language/language.tsx'
import { ImportMutation, ProgressQuery } from '../import/import-query.ts'

interface State {
  busy: boolean
  report: ImportReport | null
  refused: Refused | null
  fault: Fault | null
}

export interface HandImport extends State {
  /** What the rows would do, or did; null: that could not be found out, and why is known. */
  send: (file: File, dryRun: boolean) => Promise<ImportReport | null>
  forgetReport: () => void
}

const NOT_BEGUN: State = { busy: false, report: null, refused: null, fault: null }
const POLL_MS = 500

/** Sends what was written by hand as the file that it would be: the same checks, the same batch. */
export function useHandImport(institution: string, type: string): HandImport {
  const { locale } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const [state, setState] = useState(NOT_BEGUN)

  async function send(file: File, dryRun: boolean): Promise<ImportReport | null> {
    setState((before) => ({ ...before, busy: true, refused: null, fault: null }))
    const asked = { look: false, text: false, workbook: false, locale }
    const sent = await change(ImportMutation, { input: { institution, type, file, dryRun, figures: true }, ...asked })
    let [answer, fault] = [sent.data?.importRecords ?? null, sent.fault]
    while (!fault && answer?.__typename === 'ImportUnderWay') {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      const followed = await change(ProgressQuery, { id: answer.id, ...asked })
      fault = followed.fault
      answer = followed.data?.importProgress ?? null
    }
    const report = answer?.__typename === 'ImportReport' ? answer : null
    const refused = answer?.__typename === 'Refused' ? answer : null
    setState({ busy: false, report, refused, fault })
    if (report?.batch) forget()
    return report
  }

  return { ...state, send, forgetReport: () => setState(NOT_BEGUN) }
}
