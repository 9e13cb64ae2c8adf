/** Where this server is reached, for links that leave it and for what its own pages send. */
export function originOf(request: Request): string {
  return `${isSecure(request) ? 'https:' : 'http:'}//${new URL(request.url).host}`
}

/**
 * Asked by https, or behind a proxy that was. Of several proxies the first that is named is the outermost. One who says so without any
 * alters only what is answered to themselves.
 */
export function isSecure({ url, headers }: Request): boolean {
  const [outermost] = (headers.get('x-forwarded-proto') ?? '').split(',')
  return new URL(url).protocol === 'https:' || outermost!.trim().toLowerCase() === 'https'
}
