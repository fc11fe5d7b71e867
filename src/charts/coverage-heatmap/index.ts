import * as Plot from '@observablehq/plot';
import { draw, hint, nothing, type ChartOptions } from '../chart';
import { counted, formatCount, formatPercent, formatShort, percentOf } from '../format';
import { hatchPath } from '../hatching';
import { pickable } from '../picking';
import { svgElement } from '../svg';
import { fitText, roomFor, textWidth } from '../text-fit';
import { colour, inkOnRamp, ramp, size } from '../theme';
import { numbers, words, type Twin } from '../twin';
import { headingsOf } from './headings';
import { legend } from './legend';
import { shadeOf } from './shade';

/** Who fills one role for one interest: distinct people, and the groups in which the role has someone. */
export interface CoverageRow {
  interest_no: number;
  solution_interest: string;
  role_no: number;
  role: string;
  is_in_template: boolean;
  people: number;
  groups: number;
  groups_covered: number;
}

/**
 * Interests down, roles across, distinct people in each cell. A role outside the template is hatched and has no number;
 * a role inside it that nobody fills is an alarming 0.
 */
export function coverageHeatmap(rows: CoverageRow[], options: ChartOptions<CoverageRow>): Element {
  const asked = rows.filter((row) => row.is_in_template);
  if (!asked.length) return nothing(options, 'No role templates to show people for.');
  const interests = inOrder(rows, (row) => row.interest_no, (row) => row.solution_interest);
  const roles = inOrder(rows, (row) => row.role_no, (row) => row.role);
  const marginLeft = roomFor(interests, size.small, Math.min(200, options.width * 0.3)) + 14;
  const rowHeight = options.height ? (options.height - 80) / interests.length : 44;
  const most = Math.max(1, ...asked.map((row) => row.people));
  const heading = headingsOf(roles, options.width - marginLeft);
  const key = legend(most, options.width - marginLeft - 2);
  const shade = (row: CoverageRow) => shadeOf(row.people, most);
  const empty = asked.filter((row) => row.people === 0);
  return draw(options, sayCoverage(asked, empty), {
    height: heading.marginTop + rowHeight * interests.length + key.height + 16,
    marginTop: heading.marginTop,
    marginLeft,
    marginRight: heading.marginRight,
    marginBottom: key.height + 16,
    x: { type: 'band', domain: roles, padding: 0 },
    y: { type: 'band', domain: interests, padding: 0 },
    marks: [
      heading.axis,
      Plot.axisY({ label: null, tickSize: 0, tickPadding: 10, fontSize: size.small, color: colour.ink, tickFormat: (name: string) => fitText(name, marginLeft - 14, size.small) }),
      hatched(rows.filter((row) => !row.is_in_template)),
      Plot.cell(asked, {
        x: 'role', y: 'solution_interest', inset: 1.5, rx: 4,
        fill: (row: CoverageRow) => (row.people ? ramp[shade(row)] : colour.negativeSoft),
        stroke: (row: CoverageRow) => (row.people ? 'none' : colour.negative),
        ...pickable(asked, options.onPick, nameOf),
      }),
      Plot.text(asked, {
        x: 'role', y: 'solution_interest', text: (row: CoverageRow) => numberIn(row.people, heading.columnWidth - (heading.columnWidth < 44 ? 6 : 20)),
        fill: (row: CoverageRow) => (row.people ? inkOnRamp(shade(row)) : colour.negative),
        fontSize: heading.columnWidth < 44 ? size.tiny : size.normal, fontWeight: 600, pointerEvents: 'none',
      }),
      key.mark,
      hint(asked, { ...Plot.pointer({ x: 'role', y: 'solution_interest', title: hintOf, maxRadius: heading.columnWidth }), preferredAnchor: 'top', dy: 12 }),
    ],
  });
}

/** The cells as a table, one row each; people is null for a role that is not in the template. */
export function toTwin(rows: CoverageRow[]): Twin {
  return {
    columns: [
      words('solution_interest', 'Solution interest'), words('role', 'Role'), words('template', 'In the template'),
      numbers('people', 'People'), numbers('groups', 'Groups'), numbers('groups_covered', 'Groups covered'),
    ],
    rows: rows.map((row) => row.is_in_template
      ? [row.solution_interest, row.role, 'yes', row.people, row.groups, row.groups_covered]
      : [row.solution_interest, row.role, 'no', null, null, null]),
  };
}

function inOrder(rows: CoverageRow[], noOf: (row: CoverageRow) => number, nameOf: (row: CoverageRow) => string): string[] {
  return [...new Set([...rows].sort((a, b) => noOf(a) - noOf(b)).map(nameOf))];
}

function hatched(rows: CoverageRow[]): Plot.Markish {
  return Plot.cell(rows, {
    x: 'role', y: 'solution_interest', inset: 1.5, rx: 4, fill: colour.none,
    render(index, scales, values, dimensions, context, next) {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      for (const box of group ? Array.from(group.children) : []) {
        const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) => Number(box.getAttribute(name)));
        const d = hatchPath(x + 1, y + 1, width - 2, height - 2, 7);
        box.after(svgElement(context.document, 'path', { d, stroke: colour.lineStrong }));
      }
      return group;
    },
  });
}

function numberIn(people: number, pixels: number): string {
  const whole = formatCount(people);
  return textWidth(whole, size.normal) <= pixels ? whole : formatShort(people);
}

function nameOf(row: CoverageRow): string {
  const people = row.people ? counted(row.people, 'person') : 'Nobody';
  return `${row.role}, ${row.solution_interest}: ${people}, ${formatCount(row.groups_covered)} of ${counted(row.groups, 'group')} covered`;
}

function hintOf(row: CoverageRow): string {
  const covered = `${formatCount(row.groups_covered)} of ${counted(row.groups, 'group')} covered (${formatPercent(percentOf(row.groups_covered, row.groups))})`;
  return `${row.role} · ${row.solution_interest}\n${row.people ? counted(row.people, 'distinct person') : 'Nobody in this role'}\n${covered}`;
}

function sayCoverage(asked: CoverageRow[], empty: CoverageRow[]): string {
  const gaps = empty.slice(0, 3).map((row) => `${row.role} for ${row.solution_interest}`).join(', ');
  const rest = empty.length > 3 ? ` and ${empty.length - 3} more` : '';
  return `People by role and solution interest, ${counted(asked.length, 'seat')} asked for; ${empty.length ? `nobody is ${gaps}${rest}` : 'none is empty'}.`;
}
