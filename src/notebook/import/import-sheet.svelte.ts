import type { ColumnReport, FileReport } from '../../engine/api';
import type { ColumnProfile, FileHints, FilePreview, FileProfile } from '../../engine/import';
import { needsOf, type NeedState } from './needs';
import { columnLabel, typeLabel } from './words';

/** What the sheet asks of the engine, and where its outcome goes. */
export interface SheetDoors {
  preview(file: File, hints: FileHints): Promise<FilePreview>;
  profile(fileNo: number): Promise<FileProfile>;
  /** Reads the file by these hints and runs. Throws when it cannot be read so. */
  apply(hints: FileHints): Promise<void>;
  close(): void;
}

/** A column as the sheet shows it. */
export interface SheetColumn extends ColumnReport {
  /** What is chosen in its select: our column, or one of the two below. */
  choice: string;
  /** What it becomes; null when it is left out. */
  type: string | null;
  isCustom: boolean;
  profile: ColumnProfile | null;
}

/** Choices besides our own columns; no column of ours has a blank in its name. */
export const asCustom = 'keep as custom';
export const leaveOut = 'leave out';

/** How one file is understood, and the corrections that are being made to it. Nothing is applied before `apply`. */
export class ImportSheet {
  readonly file: File;
  /** Of the table: the file's own, `archive.zip/member.csv` or `book.xlsx/Sheet1`. */
  readonly name: string;
  /** What became of the file; null when it is not loaded. */
  readonly report: FileReport | null;
  readonly #doors: SheetDoors;
  #hints = $state.raw<FileHints>({});
  #preview = $state.raw<FilePreview | null>(null);
  #profile = $state.raw<FileProfile | null>(null);
  #problem = $state.raw<string | null>(null);
  #isApplying = $state.raw(false);
  #looks = 0;

  constructor(file: File, report: FileReport | null, doors: SheetDoors, name = report?.fileName ?? file.name) {
    this.file = file;
    this.name = name;
    this.report = report;
    this.#doors = doors;
    // The entity is pinned, so that a correction to one column does not turn the file into something else.
    this.#hints = report ? { ...report.hints, ...(report.entity ? { entity: report.entity } : {}) } : {};
    void this.#look();
    if (report) void this.#measure(report.fileNo);
  }

  get hints(): FileHints {
    return this.#hints;
  }

  get preview(): FilePreview | null {
    return this.#preview;
  }

  get profile(): FileProfile | null {
    return this.#profile;
  }

  /** Why the file cannot be read as things are chosen now; null when it can. */
  get problem(): string | null {
    return this.#problem ?? this.#preview?.problem ?? null;
  }

  get isApplying(): boolean {
    return this.#isApplying;
  }

  get entity(): string | null {
    return this.#hints.entity ?? this.#preview?.entity ?? null;
  }

  get isChanged(): boolean {
    const before = this.report ? { ...this.report.hints, entity: this.report.hints.entity ?? this.report.entity } : {};
    return plain(before) !== plain(this.#hints);
  }

  readonly #columns = $derived.by<SheetColumn[]>(() => {
    const preview = this.#preview;
    if (!preview) return [];
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew each time
    const profiles = new Map(this.#profile?.columns.map((each) => [each.name, each]));
    return preview.columns.map((column, at) => {
      const loaded = this.report?.columns[at];
      const isCustom = column.columnName === null && column.storedAs !== null;
      return {
        ...column,
        choice: column.columnName ?? (this.#isLeftOut(column.sourceColumn) || !preview.keepsCustom ? leaveOut : asCustom),
        type: preview.targets.find((target) => target.name === column.storedAs)?.type ?? null,
        isCustom,
        isDateUnsure: (loaded?.isDateUnsure ?? false) && loaded?.storedAs === column.storedAs && this.#hints.dates?.[column.sourceColumn] === undefined,
        profile: profiles.get(loaded?.storedAs ?? '') ?? null,
      };
    });
  });

  get columns(): SheetColumn[] {
    return this.#columns;
  }

  get needs(): NeedState[] {
    return needsOf(this.entity, this.columns.flatMap(({ columnName }) => columnName ?? []));
  }

  /** What is taken for nothing as things are chosen now; at once, before the preview has come. */
  get nullTexts(): readonly string[] {
    return this.#hints.nullTexts ?? this.#preview?.nullTexts ?? [''];
  }

  get timeZone(): string {
    return this.#hints.timeZone ?? 'UTC';
  }

  /** Whether it matters where times were read off the clock. */
  get hasLocalTimes(): boolean {
    return (this.#preview?.hasLocalTimes ?? false) || this.#hints.timeZone !== undefined;
  }

  /** Date columns of which nobody can tell day from month. */
  get unsureDates(): SheetColumn[] {
    return this.columns.filter((column) => column.isDateUnsure);
  }

  /** What a column may become. */
  get choices(): { value: string; label: string; hint: string }[] {
    const preview = this.#preview;
    const own = Object.entries(preview?.vocabulary[this.entity ?? ''] ?? {}).map(([value, type]) => ({ value, label: columnLabel(value), hint: typeLabel(type) }));
    const custom = preview?.keepsCustom ? [{ value: asCustom, label: 'Keep as custom', hint: 'under its own name' }] : [];
    return [...custom, { value: leaveOut, label: 'Leave out', hint: 'not loaded' }, ...own];
  }

  /** Takes the file for something else; what was chosen for its columns was about the old entity. */
  chooseEntity(entity: string): void {
    if (entity === this.entity) return;
    const { leftOut, dates, nullTexts, timeZone, snapshot } = this.#hints;
    this.#decide({ leftOut, dates, nullTexts, timeZone, snapshot, entity });
  }

  chooseColumn(source: string, choice: string): void {
    const { columns = {}, leftOut = [] } = this.#hints;
    const others = leftOut.filter((each) => each !== source);
    if (choice === leaveOut) this.#decide({ ...this.#hints, columns: without(columns, source), leftOut: [...others, source] });
    else this.#decide({ ...this.#hints, leftOut: others, columns: { ...columns, [source]: choice === asCustom ? null : choice } });
  }

  chooseDates(source: string, format: string): void {
    this.#decide({ ...this.#hints, dates: { ...this.#hints.dates, [source]: format } });
  }

  chooseType(source: string, type: string): void {
    this.#decide({ ...this.#hints, types: { ...this.#hints.types, [source]: type } });
  }

  /** The day the file was exported, ISO; null when nobody knows. */
  get snapshot(): string | null {
    return this.#hints.snapshot === undefined ? (this.report?.snapshot ?? null) : this.#hints.snapshot;
  }

  chooseSnapshot(day: string | null): void {
    this.#decide({ ...this.#hints, snapshot: day });
  }

  /** Lets the file count in the place of another one, or of none. */
  putInPlaceOf(name: string | null): void {
    this.#decide({ ...this.#hints, inPlaceOf: name ?? undefined });
  }

  /** Takes these texts for nothing, besides an empty one; null: the usual ones. */
  chooseNullTexts(texts: readonly string[] | null): void {
    // The empty one stands for itself, so that a list of none is not taken for no list.
    this.#decide({ ...this.#hints, nullTexts: texts ? ['', ...texts.filter((text) => text !== '')] : undefined });
  }

  /** Says where times without a zone were read off the clock. */
  chooseTimeZone(zone: string): void {
    this.#decide({ ...this.#hints, timeZone: zone === 'UTC' ? undefined : zone });
  }

  /** Forgets every correction, so that the file is guessed anew. */
  reset(): void {
    this.#decide({});
  }

  async apply(): Promise<void> {
    this.#isApplying = true;
    this.#problem = null;
    try {
      await this.#doors.apply(this.#hints);
      this.#doors.close();
    } catch (thrown) {
      this.#problem = messageOf(thrown);
    }
    this.#isApplying = false;
  }

  cancel(): void {
    this.#doors.close();
  }

  #decide(hints: { [Key in keyof FileHints]?: FileHints[Key] | undefined }): void {
    const entity = hints.entity ?? (plain(hints) === '{}' ? undefined : this.#preview?.entity ?? undefined);
    const whole = Object.entries({ ...hints, entity }).filter(([, value]) => value !== undefined && plain(value) !== '{}' && plain(value) !== '[]');
    this.#hints = Object.fromEntries(whole);
    void this.#look();
  }

  async #look(): Promise<void> {
    const look = ++this.#looks;
    try {
      const preview = await this.#doors.preview(this.file, this.#hints);
      if (look !== this.#looks) return;
      this.#preview = preview;
      this.#problem = null;
    } catch (thrown) {
      if (look === this.#looks) this.#problem = messageOf(thrown);
    }
  }

  async #measure(fileNo: number): Promise<void> {
    try {
      this.#profile = await this.#doors.profile(fileNo);
    } catch (thrown) {
      this.#problem = messageOf(thrown);
    }
  }

  #isLeftOut(source: string): boolean {
    return this.#hints.leftOut?.includes(source) ?? false;
  }
}

function without<T>(values: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== key));
}

/** The same text for the same hints, in whatever order they were given. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...value].sort());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).map(([key, each]) => [key, plain(each)] as const).filter(([, each]) => each !== '{}' && each !== '[]' && each !== '');
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
