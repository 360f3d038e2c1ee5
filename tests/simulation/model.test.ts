import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cheapest, PRICES, shareToMove, walletCost } from './attack';
import { units } from './format';
import { fee, pairWeight, WEIGHTS } from './pair-weight';
import { honestPayers, sum, voices } from './population';
import { makeTables, remade } from './run';
import { CANDIDATES, PRESENT } from './weights';

const page = readFileSync(join(__dirname, '../../docs/reputation.md'), 'utf8');

describe('what a score costs to buy', () => {
  it('weighs as the program does', () => {
    for (const [volume, weight] of WEIGHTS) assert.equal(pairWeight(volume), weight, `${volume}`);
    assert.deepEqual([fee(0n, 100), fee(1n, 100), fee(100n, 100), fee(101n, 100)], [0n, 1n, 1n, 2n]);
  });

  it('finds what weighs enough, and no cheaper number of wallets', () => {
    for (const by of CANDIDATES) {
      const wanted = voices(honestPayers(30, 5), by, PRICES.feeBps).total;
      const best = cheapest(by, wanted, 'own', PRICES);
      const weighs = (volume: number) => best.wallets * by.weight(volume, PRICES.feeBps);
      assert.ok(weighs(best.volume) >= wanted * (1 - 1e-9), by.name);
      assert.ok(weighs(best.volume - 1) < wanted, by.name);
      const { gas, idle } = walletCost(PRICES);
      for (let wallets = 1; wallets <= 200; wallets += 1) {
        const volumes = [1e3, 1e4, 1e5, 1e6, 2e6, 3e6, 1e7, 1e8].filter(
          (volume) => wallets * by.weight(volume, PRICES.feeBps) >= wanted,
        );
        for (const volume of volumes) {
          const cost = wallets * (Number(fee(BigInt(volume), PRICES.feeBps)) + gas + idle);
          assert.ok(
            cost >= best.total - 1,
            `${by.name}: ${wallets} × ${volume} for ${cost}, not ${best.total}`,
          );
        }
      }
    }
  });

  it('never costs more than the honest payers burnt, but for whole wallets', () => {
    const { gas, idle } = walletCost(PRICES);
    for (const median of [0.2, 2, 20, 200]) {
      const payers = honestPayers(100, median);
      const burnt = sum(payers.map((each) => Number(fee(BigInt(each), PRICES.feeBps)) + gas + idle));
      for (const by of CANDIDATES) {
        const { total } = cheapest(by, voices(payers, by, PRICES.feeBps).total, 'own', PRICES);
        assert.ok(total <= burnt * 1.01, `${by.name} at ${median}: ${units(total)} of ${units(burnt)}`);
      }
    }
  });

  it('knows what moves a mean, and that paying a rival costs more than paying oneself', () => {
    assert.deepEqual([shareToMove(3, 4), shareToMove(4, 3), shareToMove(3.5, 4.5)], [1, 0.5, 2]);
    const wanted = voices(honestPayers(100, 20), PRESENT, PRICES.feeBps).total;
    const [own, rival] = [
      cheapest(PRESENT, wanted, 'own', PRICES),
      cheapest(PRESENT, wanted, 'rival', PRICES),
    ];
    assert.ok(rival.total > 10 * own.total);
    assert.ok(rival.volume < own.volume);
  });

  it('tells where the page does not follow', () => {
    const tables = makeTables();
    assert.equal(remade(page, tables), page);
    assert.equal(remade(page.replace(/\d\.\d\d \|/, '9.99 |'), tables), page);
    for (const name of Object.keys(tables)) {
      const without = page.replace(`<!-- end: ${name} -->`, '');
      assert.throws(() => remade(without, tables), new RegExp(`markers for the table ${name}`));
    }
    assert.throws(() => remade(`${page}<!-- begin: other -->`, tables), /no such table/);
  });
});
