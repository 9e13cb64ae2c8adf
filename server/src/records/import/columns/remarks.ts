/** The field of every type that keeps what no other one takes. */
export const REMARK = 'note'
/** Between what several columns say there. */
export const BETWEEN = '；'

/** What is empty leaves no gap. */
export function joinRemark(texts: readonly string[], between = BETWEEN): string {
  return texts.filter((text) => text.trim() !== '').join(between)
}
