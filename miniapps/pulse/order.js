/**
 * Orders of things.
 * @module order
 */

/**
 * A copy with the item at `from` moved to `to`; places outside are brought to the nearest end.
 * @template T
 * @param {T[]} items
 * @param {number} from
 * @param {number} to
 * @returns {T[]}
 */
export function reorder(items, from, to) {
  const target = Math.min(Math.max(to, 0), items.length - 1);
  const moved = items.slice();
  const [item] = moved.splice(from, 1);
  moved.splice(target, 0, item);
  return moved;
}

/**
 * Indexes from the highest count to the lowest; equal counts keep their order.
 * @param {number[]} counts
 * @returns {number[]}
 */
export function byCount(counts) {
  return counts.map((_, index) => index).sort((a, b) => counts[b] - counts[a] || a - b);
}
