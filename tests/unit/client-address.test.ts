import { expect, test } from 'vitest'
import { clientAddress } from '@causeway/server/outlets/http/client-address'

const said = (text?: string) => new Headers(text === undefined ? {} : { 'x-forwarded-for': text })

test('without a proxy of ours, what a request says of where it comes from is not believed', () => {
  expect(clientAddress('203.0.113.7', said('198.51.100.1'), 0)).toBe('203.0.113.7')
})

test('behind proxies, the address is what the outermost of them wrote, whatever the asker wrote before it', () => {
  expect(clientAddress('127.0.0.1', said('198.51.100.1'), 1)).toBe('198.51.100.1')
  expect(clientAddress('127.0.0.1', said('1.1.1.1, 198.51.100.1'), 1)).toBe('198.51.100.1')
  expect(clientAddress('127.0.0.1', said('1.1.1.1, 198.51.100.1, 10.0.0.2'), 2)).toBe('198.51.100.1')
})

test('a proxy that says nothing, or fewer of them than were set, costs nobody an answer', () => {
  expect(clientAddress('127.0.0.1', said(), 1)).toBe('127.0.0.1')
  expect(clientAddress('127.0.0.1', said(' , '), 1)).toBe('127.0.0.1')
  expect(clientAddress('127.0.0.1', said('198.51.100.1'), 2)).toBe('198.51.100.1')
})

test('a port that a proxy writes behind an address makes no asker of its own', () => {
  const at = (text: string) => clientAddress('127.0.0.1', said(text), 1)
  expect(at('198.51.100.1:5678')).toBe('198.51.100.1')
  expect(at('1.1.1.1:9, 198.51.100.1:5679')).toBe('198.51.100.1')
  expect(at('[2001:db8:1:2::1]:443')).toBe('2001:db8:1:2')
  expect(at('[2001:db8:1:2::1]')).toBe('2001:db8:1:2')
  expect(at('[::ffff:198.51.100.1]:443')).toBe('198.51.100.1')
  expect(at('2001:db8:1:2::443')).toBe('2001:db8:1:2')
})

test('all addresses of one IPv6 network are one asker, and IPv4 is the same however it is written', () => {
  const all = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:1:1', '2001:0DB8:0001:0002::'].map((one) =>
    clientAddress(one, said(), 0),
  )
  expect(new Set(all)).toEqual(new Set(['2001:db8:1:2']))
  expect(clientAddress('2001:db8:1:3::1', said(), 0)).toBe('2001:db8:1:3')
  expect(clientAddress('::1', said(), 0)).toBe('0:0:0:0')
  expect(clientAddress('fe80::1%eth0', said(), 0)).toBe('fe80:0:0:0')
  expect(clientAddress('::ffff:203.0.113.7', said(), 0)).toBe('203.0.113.7')
  expect(clientAddress('unknown', said(), 0)).toBe('unknown')
})
