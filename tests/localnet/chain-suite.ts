import type { ChainKind } from '../helpers/chains/test-chain';
import { ChainFixture } from './chain-fixture';
import { refusalsSuite } from './refusals-suite';
import { stateSuite } from './state-suite';
import { transactionsSuite } from './transactions-suite';

/** What every chain in process has to do. */
export function chainSuite(kind: ChainKind): void {
  describe('as any chain', () => {
    const on = new ChainFixture(kind);
    transactionsSuite(on);
    refusalsSuite(on);
    stateSuite(on);
  });
}
