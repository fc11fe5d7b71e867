import { writeCosts } from './costs';
import type { Target } from './csv';
import { HubspotExport } from './hubspot';
import { MarketoExport } from './marketo';
import { SalesforceExport } from './salesforce';
import type { Size, Snapshot } from './settings';
import { Truth } from './truth';
import { housesOf } from './world';

/** Writes every file of one snapshot, account by account: memory does not grow with the size. */
export function writeSnapshot(size: Size, snapshot: Snapshot, target: Target): void {
  const exports = [new SalesforceExport(target, snapshot), new MarketoExport(target, snapshot), new HubspotExport(target, snapshot)];
  const writers = snapshot.hasTruth ? [...exports, new Truth(target, snapshot)] : exports;
  for (const house of housesOf(size)) for (const writer of writers) writer.add(house);
  for (const writer of writers) writer.close();
  writeCosts(target, snapshot);
}
