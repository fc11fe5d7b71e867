import { ramp } from '../theme';

/** The step of the ramp (0 to 6) for a count of at least 1: by square root, since counts of people are steep. */
export function shadeOf(people: number, most: number): number {
  return Math.min(ramp.length - 1, Math.floor(Math.sqrt(people / most) * ramp.length));
}
