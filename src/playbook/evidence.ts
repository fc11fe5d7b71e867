/** What counts deals as evidence: below `leastDeals` only counts are told; intervals are of 95 %, `z` standard errors to each side. */
export const evidence = { leastDeals: 10, z: 1.959963984540054 } as const;
