import * as Plot from '@observablehq/plot';
import { draw, hint, nothing, type ChartOptions } from '../chart';
import { counted, formatCount, formatDays, formatPercent, pluralOf } from '../format';
import { pickable } from '../picking';
import { fitText, roomFor, textWidth } from '../text-fit';
import { colour, size } from '../theme';
import { numbers, rounded, words, type Twin } from '../twin';
import { flow, youngNote, youngPart } from './shapes';
import { stepsOfGroups, stepsOfPeople, type GroupFunnelRow, type PersonFunnelRow, type Step } from './steps';

export type { GroupFunnelRow, PersonFunnelRow } from './steps';

/** People by the furthest steps they took, with how many went on and how long it took. */
export function personFunnel(rows: PersonFunnelRow[], options: ChartOptions<PersonFunnelRow>): Element {
  return funnel(stepsOfPeople(rows), 'person', options);
}

/** Buying groups by the steps they took, with how many went on. */
export function groupFunnel(rows: GroupFunnelRow[], options: ChartOptions<GroupFunnelRow>): Element {
  return funnel(stepsOfGroups(rows), 'group', options);
}

/** The people's steps as a table. */
export function toPersonTwin(rows: PersonFunnelRow[]): Twin {
  return twinOf(stepsOfPeople(rows), 'people', 'People');
}

/** The groups' steps as a table. */
export function toGroupTwin(rows: GroupFunnelRow[]): Twin {
  return twinOf(stepsOfGroups(rows), 'groups', 'Groups');
}

const barHeight = 30;
const gap = 26;

function funnel<R>(steps: Step<R>[], noun: string, options: ChartOptions<R>): Element {
  const most = Math.max(0, ...steps.map((step) => step.count));
  if (!most) return nothing(options, `No ${pluralOf(noun)} in the funnel.`);
  const marginLeft = roomFor(steps.map((step) => step.stage), size.normal, options.width * 0.28) + 16;
  const marginRight = roomFor(steps.map(besideBar), size.normal, options.width * 0.3) + 16;
  const hasYoung = steps.some((step) => step.young > 0);
  const noteHeight = hasYoung ? 30 : 6;
  const height = options.height ?? steps.length * (barHeight + gap) - gap + 12 + noteHeight;
  const nameOf = (step: Step<R>) => nameStep(step, noun);
  const countWidth = (step: Step<R>) => textWidth(formatCount(step.count), size.normal);
  return draw(options, `${steps.map((step) => `${step.stage} ${formatCount(step.count)}`).join(', ')} ${pluralOf(noun)}.`, {
    height,
    marginTop: 6,
    marginBottom: noteHeight,
    marginLeft,
    marginRight,
    x: { domain: [0, most], axis: null },
    y: { type: 'band', domain: steps.map((step) => step.stage), paddingInner: gap / (barHeight + gap), paddingOuter: 0, axis: null },
    marks: [
      Plot.barX(steps, {
        y: 'stage', x1: 0, x2: most, fill: colour.none, insetLeft: 2 - marginLeft, insetRight: 2 - marginRight, insetTop: -2, insetBottom: -2, rx: 6,
        className: 'chart-area', ...pickable(steps, options.onPick && ((step) => options.onPick?.(step.row)), nameOf),
      }),
      flow(steps),
      Plot.barX(steps.filter((step) => step.count > 0), { y: 'stage', x: 'count', fill: colour.accent, rx: 3, insetRight: -2, pointerEvents: 'none' }),
      youngPart(steps),
      Plot.axisY({ label: null, tickSize: 0, tickPadding: 12, fontSize: size.normal, color: colour.ink, tickFormat: (stage: string) => fitText(stage, marginLeft - 16, size.normal) }),
      Plot.text(steps, { y: 'stage', x: 'count', dx: 10, text: (step: Step<R>) => formatCount(step.count), textAnchor: 'start', fill: colour.strong, fontSize: size.normal, fontWeight: 600, pointerEvents: 'none' }),
      steps.map((step) => Plot.text([step], { y: 'stage', x: 'count', dx: 20 + countWidth(step), text: () => (step.share === null ? '' : formatPercent(step.share)), textAnchor: 'start', fill: colour.muted, fontSize: size.small, pointerEvents: 'none' })),
      Plot.text(steps.slice(0, -1), { y: 'stage', x: 0, dx: 10, dy: (barHeight + gap) / 2, text: goingOn, textAnchor: 'start', fill: colour.muted, fontSize: size.tiny, pointerEvents: 'none' }),
      hasYoung ? youngNote(pluralOf(noun)) : null,
      hint(steps, { ...Plot.pointerY({ y: 'stage', x: () => most, title: (step: Step<R>) => hintOf(step, noun) }), anchor: 'top-right', dy: barHeight / 2 - 2 }),
    ],
  });
}

function twinOf(steps: Step[], name: string, label: string): Twin {
  return {
    columns: [
      words('stage', 'Stage'), numbers(name, label), numbers('share', 'Of the first stage, percent'),
      numbers('conversion', 'Went on, percent'), numbers('median_days', 'Median days to go on'), numbers('immature', 'Too recent to judge'),
    ],
    rows: steps.map((step) => [step.stage, step.count, rounded(step.share), rounded(step.conversion), rounded(step.days), step.young]),
  };
}

function besideBar(step: Step): string {
  return `${formatCount(step.count)}  ${formatPercent(step.share)}`;
}

function goingOn(step: Step): string {
  const days = step.days === null ? '' : ` · median ${formatDays(step.days)}`;
  return step.conversion === null ? '' : `↓ ${formatPercent(step.conversion)} went on${days}`;
}

function nameStep(step: Step, noun: string): string {
  return [`${step.stage}: ${counted(step.count, noun)}`, goingOn(step).replace('↓ ', '')].filter(Boolean).join(', ');
}

function hintOf(step: Step, noun: string): string {
  const young = step.young ? `${formatCount(step.young)} too recent to judge` : '';
  return [`${step.stage}: ${counted(step.count, noun)}`, step.meaning, goingOn(step).replace('↓ ', ''), young].filter(Boolean).join('\n');
}
