import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { REDACTED } from '@agent-labs/gateway';
import { pino } from 'pino';
import { note } from '../helpers/raw-payer';
import { GatewayFixture } from './support';

describe('gateway: log (attack 72)', () => {
  it('has no token, no voucher and no body in it', async () => {
    let log = '';
    const sink = new Writable({
      write(chunk, _encoding, done) {
        log += chunk;
        done();
      },
    });
    const logger = pino({ level: 'trace', redact: REDACTED }, sink);
    const fixture = await GatewayFixture.start({ logger });
    try {
      const { token } = await fixture.member();
      const { body } = await fixture.call('POST', '/v1/sessions', { token, body: { name: 'a secret name' } });
      const payer = await fixture.payer();
      const paid = await payer.pay(fixture.agentUrl, note('a secret document'));
      assert.equal(paid.status, 200);
      await fixture.call('GET', `/v1/sessions/${body.id}`, { token });
      assert.match(log, /"url":"\/v1\/sessions"/, 'requests are logged');
      for (const secret of [token, paid.header, 'a secret name', 'a secret document']) {
        assert.ok(!log.includes(secret), `the log has ${secret.slice(0, 20)}`);
      }
      // and where somebody logs more than we do, the fields themselves are hidden
      logger.info({ token, req: { headers: { authorization: token, 'payment-signature': paid.header } } });
      assert.ok(!log.includes(token) && !log.includes(paid.header));
    } finally {
      await fixture.stop();
    }
  });
});
