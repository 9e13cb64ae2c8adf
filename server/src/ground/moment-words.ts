/** As CAUSEWAY_TIME_ZONE is by default. */
const USUAL_ZONE = 'Asia/Shanghai'

/** A moment by the clock of the college, its zone said: `2024-11-20 16:32 (Asia/Shanghai, UTC+08:00)`. */
export function momentWords(iso: string, { timeZone = USUAL_ZONE }: { timeZone?: string }): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone, timeZoneName: 'longOffset' },
  } as Intl.DateTimeFormatOptions).formatToParts(new Date(iso))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const offset = part('timeZoneName').replace('GMT', 'UTC')
  const zone = timeZone === 'UTC' ? 'UTC' : `${timeZone}, ${offset}`
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} (${zone})`
}
