import { transferHandlers } from 'comlink';
import { fromErrorParts, toErrorParts, type ErrorParts } from './errors';

/** Makes errors cross a Comlink channel whole; both ends call it once, before their first message. */
export function transferErrorsWhole(): void {
  const builtIn = transferHandlers.get('throw');
  if (!builtIn) return;
  // Comlink keeps only an error's name, message and stack, so `code`, `sql` and `position` would be lost here.
  transferHandlers.set('throw', {
    canHandle: builtIn.canHandle,
    // What `canHandle` lets through is Comlink's own wrapping of a thrown value.
    serialize: (thrown) => [toErrorParts((thrown as { value: unknown }).value), []],
    deserialize: (parts: ErrorParts) => {
      throw fromErrorParts(parts);
    },
  });
}
