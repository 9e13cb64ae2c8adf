import type { PlatformRow } from '../../graph/generated.ts'

type Dated = Pick<PlatformRow, 'foundedOn' | 'closedOn'> & {
  members: readonly Pick<PlatformRow['members'][number], 'partner' | 'from' | 'to'>[]
}

/** How many partners were in platforms that ran on the day: one in several of them counts once. */
export function partnersOn(platforms: readonly Dated[], day: string): number {
  const isOn = (from: string | null, to: string | null) => (from === null || from <= day) && (to === null || to >= day)
  const running = platforms.filter(({ foundedOn, closedOn }) => isOn(foundedOn, closedOn))
  const members = running.flatMap((platform) => platform.members.filter(({ from, to }) => isOn(from, to)))
  return new Set(members.map(({ partner }) => partner)).size
}
