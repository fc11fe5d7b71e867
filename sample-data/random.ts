/**
 * A seeded stream of numbers (mulberry32): the same key gives the same stream on every machine.
 * Only exact arithmetic, since `Math.log` and its like may differ between engines.
 */
export class Random {
  #state = 0x9e3779b9;

  constructor(...key: readonly number[]) {
    for (const part of key) {
      this.#state = Math.imul(this.#state ^ (part + 0x7f4a7c15), 0x85ebca6b);
      this.#state = Math.imul(this.#state ^ (this.#state >>> 13), 0xc2b2ae35);
      this.#state ^= this.#state >>> 16;
    }
  }

  /** From 0 up to, but not, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items, each as likely. Throws on an empty list. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** One of the keys, in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    let sum = 0;
    for (const key in weights) sum += weights[key] ?? 0;
    let left = this.next() * sum;
    for (const key in weights) {
      left -= weights[key] ?? 0;
      if (left < 0) return key;
    }
    throw new RangeError('nothing to weigh');
  }

  /** The items in another order; the list given stays as it is. */
  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);
  }
}
