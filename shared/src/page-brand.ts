import type { Words } from './words/words.ts'

/** What a college has of its own, as its pages say it. */
export interface PageBrand {
  /** In place of Causeway. */
  name: Words | null
  /** The address of its picture. */
  logo: string | null
  runBy: Words | null
  contact: { email: string | null; phone: string | null; url: string | null; address: Words | null } | null
}
