const NONE = new Uint8Array(32);

/** Nodes of each level of a tree of so many leaves, from the leaves up to the root alone. */
export function widthsOf(count: number): number[] {
  const widths = [count];
  for (let width = count; width > 1; ) {
    width = Math.ceil(width / 2);
    widths.push(width);
  }
  return widths;
}

/** Places of a leaf's proof among all nodes, from its sibling up; a node without a sibling moves up as it is. */
export function placesOfProof(count: number, index: number): number[] {
  const places: number[] = [];
  let [before, at] = [0, index];
  for (const width of widthsOf(count)) {
    const sibling = at ^ 1;
    if (sibling < width) places.push(before + sibling);
    before += width;
    at >>= 1;
  }
  return places;
}

/**
 * All nodes of a tree, level by level from the leaves up, read off the proofs of its leaves; zeros where one has no
 * sibling, for it is in no proof.
 */
export function nodesOf(tree: {
  count: number;
  root: Uint8Array;
  proof(index: number): Uint8Array[];
}): Uint8Array[] {
  const widths = widthsOf(tree.count);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const nodes = Array.from<unknown, Uint8Array>({ length: all }, () => NONE);
  nodes[nodes.length - 1] = tree.root;
  for (let index = 0; index < tree.count; index += 1) {
    const proof = tree.proof(index);
    for (const [step, place] of placesOfProof(tree.count, index).entries()) {
      nodes[place] = proof[step] as Uint8Array;
    }
  }
  return nodes;
}
