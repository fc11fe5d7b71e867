/** Running numbers of one kind of record, from 1; one for the whole world, so that no two records share an id. */
export class Numbers {
  #last = 0;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
