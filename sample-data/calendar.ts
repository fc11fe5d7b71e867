/** Milliseconds since 1970, UTC. Times of the sample are whole seconds. */
export type Instant = number;

export const DAY = 86_400_000;

/** The first instant of an ISO day, UTC. */
export const dayOf = (iso: string): Instant => Date.parse(`${iso}T00:00:00Z`);

/** `2026-09-30`; empty for null. */
export const toDate = (at: Instant | null): string => (at === null ? '' : new Date(at).toISOString().slice(0, 10));

/** `2026-09-30T08:15:00.000Z`, as Salesforce writes it. */
export const toSalesforceTime = (at: Instant): string => new Date(at).toISOString();

/** `2026-09-30T08:15:00Z`, as Marketo writes it. */
export const toMarketoTime = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** `2026-09-30 08:15`, as HubSpot writes it; empty for null. */
export const toHubspotTime = (at: Instant | null): string =>
  at === null ? '' : new Date(at).toISOString().slice(0, 16).replace('T', ' ');

export const isWeekend = (at: Instant): boolean => [0, 6].includes(new Date(at).getUTCDay());

/** The value when it has happened by then, else null: an export knows nothing of what comes later. */
export const knownBy = (at: Instant | null, asOf: Instant): Instant | null => (at !== null && at <= asOf ? at : null);
