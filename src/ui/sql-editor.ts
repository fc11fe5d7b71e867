import { acceptCompletion, autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { sql, SQLDialect } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap, lineNumbers, placeholder, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Tables and their columns, for completion: `{ 'score.buying_group': ['group_no', …] }`. */
export type SqlSchema = Readonly<Record<string, readonly string[]>>;

export interface SqlEditorOptions {
  parent: HTMLElement;
  text: string;
  label: string;
  isReadOnly: boolean;
  schema: SqlSchema;
  onchange: (text: string) => void;
  onrun: () => void;
}

export interface SqlEditor {
  setText(text: string): void;
  setSchema(schema: SqlSchema): void;
  /** Underlines the word at an offset; null takes the mark away. */
  mark(position: number | null): void;
  focus(): void;
  destroy(): void;
}

/** A SQL editor inside `parent`: highlighting, completion from a schema, Mod-Enter to run, a mark where an error is. */
export function createSqlEditor(options: SqlEditorOptions): SqlEditor {
  const language = new Compartment();
  const view = new EditorView({
    parent: options.parent,
    doc: options.text,
    extensions: [
      Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (options.onrun(), true) }])),
      // Escape lets go of the editor, so that Tab can move on: without it the keyboard would be caught.
      keymap.of([{ key: 'Tab', run: acceptCompletion }, { key: 'Escape', run: (editor) => (editor.contentDOM.blur(), true) }]),
      keymap.of([...completionKeymap, indentWithTab, ...defaultKeymap, ...historyKeymap]),
      history(),
      options.isReadOnly ? [] : [lineNumbers(), autocompletion({ icons: false }), closeBrackets(), bracketMatching(), placeholder('select * from score.buying_group')],
      language.of(sqlWith(options.schema)),
      syntaxHighlighting(colours),
      errorMark,
      EditorView.lineWrapping,
      EditorState.readOnly.of(options.isReadOnly),
      EditorView.contentAttributes.of({ 'aria-label': options.label, ...(options.isReadOnly ? { 'aria-readonly': 'true' } : {}) }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.some((each) => each.isUserEvent('outside'))) options.onchange(update.state.doc.toString());
      }),
      theme,
    ],
  });
  return {
    setText: (text) => {
      const before = view.state.doc.toString();
      if (before !== text) view.dispatch({ changes: { from: 0, to: before.length, insert: text }, userEvent: 'outside' });
    },
    setSchema: (schema) => view.dispatch({ effects: language.reconfigure(sqlWith(schema)) }),
    mark: (position) => view.dispatch({ effects: setMark.of(position) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

const sqlWith = (schema: SqlSchema) => sql({ dialect: duckdb, schema, upperCaseKeywords: false });

// DuckDB's words, without those that our own columns are named by (role, groups, date …), which other dialects colour.
const duckdb = SQLDialect.define({
  keywords: 'all and anti any as asc asof between by case cast create cross cube delete desc describe distinct drop else end except exclude exists explain false fetch filter first from full group grouping having ilike in inner insert intersect into is join last lateral left like limit natural not null nulls offset on or order outer over partition pivot positional qualify range recursive replace right rollup rows sample schema select semi set similar summarize table tablesample then true union unnest unpivot update using values view when where window with within',
  types: 'bigint blob boolean date decimal double float hugeint integer interval real smallint text time timestamp tinyint ubigint uinteger usmallint utinyint uuid varchar',
  builtin: '',
  doubleDollarQuotedStrings: true,
  doubleQuotedStrings: false,
  caseInsensitiveIdentifiers: true,
});

const setMark = StateEffect.define<number | null>();

const errorMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    const effect = transaction.effects.find((each) => each.is(setMark));
    if (!effect) return transaction.docChanged ? Decoration.none : marks;
    // Only `setMark` passes the test above, and its value is an offset or null.
    const position = effect.value as number | null;
    const length = transaction.state.doc.length;
    if (position === null || length === 0) return Decoration.none;
    const at = Math.min(Math.max(0, position), length - 1);
    const word = transaction.state.wordAt(at) ?? { from: at, to: at + 1 };
    return Decoration.set(Decoration.mark({ class: 'cm-error' }).range(word.from, word.to));
  },
  provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--sql-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--sql-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--sql-number)' },
  { tag: tags.comment, color: 'var(--ink-faint)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--sql-type)' },
  { tag: [tags.operator, tags.punctuation], color: 'var(--ink-muted)' },
]);

const theme = EditorView.theme({
  '&': { fontSize: '12.5px', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6', maxHeight: '420px' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink-strong)' },
  '.cm-line': { padding: '0 14px' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '34px', padding: '0 6px 0 0', opacity: '0.7' },
  '.cm-cursor': { borderLeftColor: 'var(--ink-strong)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent) !important' },
  '.cm-matchingBracket': { backgroundColor: 'var(--accent-soft) !important', color: 'inherit' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '.cm-error': { textDecoration: 'underline wavy var(--negative) 1.5px', textUnderlineOffset: '3px', backgroundColor: 'var(--negative-soft)' },
  '.cm-tooltip': { border: 'none', borderRadius: 'var(--radius)', backgroundColor: 'var(--surface-overlay)', boxShadow: 'var(--shadow-large)', overflow: 'hidden' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', fontSize: '12px' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent-soft)', color: 'var(--accent-ink)' },
});
