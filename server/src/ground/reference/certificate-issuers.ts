import type { Words } from '@causeway/shared/words/words'
import { readShipped, type Confidence } from '../shipped-yaml.ts'

export interface CertificateIssuer {
  id: string
  name: Words
  also: string[]
  /** ISO 3166-1 alpha-2 of its seat. */
  country: string
  /** An international body, or its certificates are good in several countries. */
  international: boolean
  confidence: Confidence
  source: string
}

type IssuersFile = Record<
  string,
  Omit<CertificateIssuer, 'id' | 'also' | 'international'> & { also?: string[]; international?: string }
>

/** In the order of the file. */
export const CERTIFICATE_ISSUERS: readonly CertificateIssuer[] = Object.entries(
  readShipped<IssuersFile>(import.meta.dirname, 'data/certificate-issuers.yaml').data,
).map(([id, { also = [], international, ...issuer }]) => ({
  id,
  ...issuer,
  also,
  international: international === '1',
}))

const BY_NAME = new Map(
  CERTIFICATE_ISSUERS.flatMap((issuer) =>
    [issuer.name.zh, issuer.name.en, ...issuer.also].map((name): [string, CertificateIssuer] => [fold(name), issuer]),
  ),
)

/** An issuer by any of its names. */
export function findIssuer(text: string): CertificateIssuer | undefined {
  return BY_NAME.get(fold(text))
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
}
