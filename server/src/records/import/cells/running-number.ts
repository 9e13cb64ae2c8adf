/** Heads of a column that counts the rows of a list. */
const COUNTS_ROWS = /^(?:序号?|顺序号?|行号|no\.?|s\/?n\.?|nr\.?|#)$/iu
/** Matches the code of a row in such a column, or in a register that was numbered by hand. */
const NUMBER = /^[1-9]\d{0,2}$/u

/** Whether a head says that its column counts the rows: every list begins again with 1, so that the number is no code. */
export function countsRows(head: string): boolean {
  return COUNTS_ROWS.test(head.normalize('NFKC').trim())
}

/** Whether a code is a number from 1 to 999 and no more. */
export function isRunningNumber(code: string): boolean {
  return NUMBER.test(code)
}
