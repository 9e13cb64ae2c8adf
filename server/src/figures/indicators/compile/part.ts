/** Between the parts of a tuple: a control character, which import refuses in every text. */
export const PART = '\u001f'
