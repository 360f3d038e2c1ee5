import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { AuditTree, auditLeafHash, auditNodeHash, isUnderAuditRoot } from '@agent-labs/sdk';

const sha256 = (...parts: Uint8Array[]) =>
  Uint8Array.from(createHash('sha256').update(Buffer.concat(parts)).digest());
const leaf = (at: number) => auditLeafHash(Buffer.from(`line ${at}`));

/** RFC 6962, 2.1, word for word. */
function rootOf(leaves: Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  let split = 1;
  while (2 * split < leaves.length) split *= 2;
  return sha256(Uint8Array.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** RFC 6962, 2.1.1, word for word. */
function pathOf(at: number, leaves: Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  let split = 1;
  while (2 * split < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return at < split ? [...pathOf(at, left), rootOf(right)] : [...pathOf(at - split, right), rootOf(left)];
}

describe('audit tree', () => {
  it('hashes leaves and nodes apart, as RFC 6962 does', () => {
    const line = Buffer.from('{"n":1}');
    assert.deepEqual(auditLeafHash(line), sha256(Uint8Array.of(0), line));
    const [a, b] = [leaf(1), leaf(2)];
    assert.deepEqual(auditNodeHash(a, b), sha256(Uint8Array.of(1), a, b));
    // its own known root: of the one empty line
    const empty = Buffer.from(auditLeafHash(new Uint8Array())).toString('hex');
    assert.equal(empty, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('has the root and every path of the RFC’s recursion, for each size up to 70', () => {
    const leaves: Uint8Array[] = [];
    const tree = new AuditTree();
    assert.throws(() => tree.root(), RangeError);
    for (let size = 1; size <= 70; size += 1) {
      leaves.push(leaf(size));
      tree.add(leaf(size));
      const root = rootOf(leaves);
      assert.deepEqual([tree.size, tree.root()], [size, root]);
      for (let at = 0; at < size; at += 1) {
        const one = new AuditTree(at);
        for (const each of leaves) one.add(each);
        const path = one.path();
        assert.deepEqual(path, pathOf(at, leaves), `${at} of ${size}`);
        assert.ok(isUnderAuditRoot(leaves[at] as Uint8Array, at, size, path, root), `${at} of ${size}`);
      }
    }
    assert.throws(() => new AuditTree(3).path(), RangeError);
    assert.throws(() => tree.path(), RangeError);
  });

  it('takes no other place, size, path, leaf or root', () => {
    const size = 13;
    for (let at = 0; at < size; at += 1) {
      const tree = new AuditTree(at);
      for (let each = 0; each < size; each += 1) tree.add(leaf(each));
      const [path, root] = [tree.path(), tree.root()];
      const under = (index = at, of = size, way = path, hash = leaf(at), top = root) =>
        isUnderAuditRoot(hash, index, of, way, top);
      assert.ok(under());
      for (let other = 0; other < size; other += 1)
        if (other !== at) assert.ok(!under(other), `${at} as ${other}`);
      for (const index of [-1, size, 0.5, Number.NaN, 2 ** 60]) assert.ok(!under(index));
      for (const of of [0, -1, Number.POSITIVE_INFINITY]) assert.ok(!under(at, of));
      assert.ok(!under(at, size, path.slice(1)) && !under(at, size, path.slice(0, -1)));
      assert.ok(!under(at, size, [...path, leaf(0)]) && !under(at, size, [leaf(0), ...path]));
      assert.ok(!under(at, size, path.with(0, leaf(99))));
      assert.ok(!under(at, size, path.with(0, new Uint8Array(31))));
      assert.ok(!under(at, size, path, leaf(99)) && !under(at, size, path, leaf(at), leaf(at)));
    }
    // a node is no leaf: the root of two lines proves nothing as a line
    const node = auditNodeHash(leaf(0), leaf(1));
    const top = auditNodeHash(node, leaf(2));
    assert.ok(!isUnderAuditRoot(auditLeafHash(Buffer.concat([leaf(0), leaf(1)])), 0, 2, [leaf(2)], top));
  });
});
