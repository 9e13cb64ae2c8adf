import { QuestionError } from '../../ground/question-error.ts'

/** A report that cannot be written as asked: nothing is written. */
export class ReportRefused extends QuestionError {}
