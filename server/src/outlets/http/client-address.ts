/**
 * Where a request came from, for limits: one address is one asker. Behind `proxies` proxies, each of which adds to `x-forwarded-for`
 * whom it heard from, it is what the outermost of them wrote; anything further to the left the asker may have written.
 */
export function clientAddress(connected: string, headers: Headers, proxies: number): string {
  const said = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  return askerOf((proxies > 0 && said.at(-Math.min(proxies, said.length))) || connected)
}

/** Some proxies write `198.51.100.1:5678` and `[2001:db8::1]:443`: each connection has its own port. */
function withoutPort(address: string): string {
  return address.replace(/^\[([^\]]*)\](:\d*)?$/, '$1').replace(/^([^:]+):\d*$/, '$1')
}

/** Anyone who has one IPv6 address has the 2^64 of its network; IPv4 is written in one way. */
function askerOf(address: string): string {
  const plain = withoutPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
  if (!plain.includes(':') || !URL.canParse(`http://[${plain}]`)) return plain
  const [left, right] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const groups = left ? left.split(':') : []
  const after = right ? right.split(':') : []
  const zeros = right === undefined ? 0 : 8 - groups.length - after.length
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':')
}
