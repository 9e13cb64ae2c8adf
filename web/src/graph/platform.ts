/** What is said of a platform on its own page and among all others. */
export interface Platform {
  code: string
  name: string
  type: string
  typeLabel: string
  roleLabel: string | null
  country: string | null
  countryLabel: string | null
  foundedOn: string | null
  closedOn: string | null
  runs: boolean
  /** Those too that were members before, or will be. */
  members: PlatformMember[]
}

export interface PlatformMember {
  partner: string
  name: string
  roleLabel: string | null
  from: string
  to: string | null
  inForce: boolean
}
