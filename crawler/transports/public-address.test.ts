import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from './public-address.ts';

const refused = `0.0.0.0 0.1.2.3 10.1.2.3 100.64.0.1 127.0.0.1 127.1.2.3 169.254.169.254 172.16.0.1 192.0.0.1 192.0.2.1
  192.168.1.1 198.18.0.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1
  ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1
  2001:db8::1 2002:7f00:1:: fc00::1 fd12::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1`.split(/\s+/);
const admitted = ['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'];

for (const address of refused) {
  test(`${address} is not a public address.`, () => assert.equal(isPublicAddress(address, false), false));
}

for (const address of admitted) {
  test(`${address} is a public address.`, () => assert.equal(isPublicAddress(address, false), true));
}

test('Only loopback is admitted where local addresses are allowed.', () => {
  const local = refused.filter((address) => isPublicAddress(address, true));
  assert.deepEqual(local, ['127.0.0.1', '127.1.2.3', '::1']);
});

test('What is no address is not public.', () => {
  for (const text of ['', 'localhost', '1.1.1.1.1', '999.1.1.1', '[::1]'])
    assert.equal(isPublicAddress(text, true), false);
});
