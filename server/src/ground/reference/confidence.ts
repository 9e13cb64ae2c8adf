/** How sure we are of data: V seen at the publisher, M on a mirror, C in public code, G general knowledge. */
export type Confidence = 'V' | 'M' | 'C' | 'G'
