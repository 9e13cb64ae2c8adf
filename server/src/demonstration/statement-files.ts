import { toCsvFile, type DemonstrationFile } from './csv-file.ts'
import { EVIDENCE, proveAwards } from './evidence.ts'
import { FORM_PUBLICATIONS, FORM_VALUES } from './form-values.ts'
import { listMended } from './learning-files.ts'
import { PEER_FIGURES } from './peers.ts'
import { OUTBOUND_HABITS } from './people-habits.ts'
import type { People } from './people.ts'
import { ZERO_REPORT_HABITS } from './register-habits.ts'
import { employStaff, OFFICES_HELD } from './staff.ts'
import * as statements from './statement-habits.ts'
import { holdSurveys } from './surveys.ts'
import { TARGETS } from './targets.ts'
import { ZERO_REPORTS } from './zero-reports.ts'

/** What the college says about itself and its peers, and what it mended last. */
export function makeStatementFiles({ outbound, contests }: People): DemonstrationFile[] {
  return [
    toCsvFile('教职工名册_人事处.csv', 'staff', employStaff(outbound), statements.STAFF_HABITS),
    toCsvFile('国（境）外组织任职.csv', 'office-held', OFFICES_HELD, statements.OFFICE_HABITS),
    toCsvFile('满意度与跟踪调查.csv', 'survey-result', holdSurveys(), statements.SURVEY_HABITS),
    toCsvFile('零报告.csv', 'nothing-to-report', ZERO_REPORTS, ZERO_REPORT_HABITS),
    toCsvFile('师生出国（境）台账_更正.csv', 'mobility', listMended(outbound), OUTBOUND_HABITS),
    toCsvFile('佐证材料目录.csv', 'evidence', [...EVIDENCE, ...proveAwards(contests)], statements.EVIDENCE_HABITS),
    toCsvFile('规划目标值.csv', 'target', TARGETS, statements.TARGET_HABITS),
    toCsvFile('peer-figures.csv', 'peer-figure', PEER_FIGURES, statements.PEER_HABITS),
    toCsvFile('报表填报值.csv', 'form-value', FORM_VALUES, statements.FORM_VALUE_HABITS),
    toCsvFile('published-forms.csv', 'form-publication', FORM_PUBLICATIONS, statements.PUBLICATION_HABITS),
  ]
}
